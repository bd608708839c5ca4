import type { Highlighter } from '../../src/kramdown/index.ts';

/** Says how it was called; the goldens are made with the same fake (scripts/diff/kramdown.rb). */
export const fakeHighlighter: Highlighter = (code, language, kind, options) => {
  const fallback = (options.get('default_lang') as string | undefined) ?? null;
  const named = language ?? fallback;
  if (named === null || named.startsWith('no')) return null;
  const html = code.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const name = named.replace(/[^\w+-]/g, '');
  return {
    html: kind === 'block' ? `<div class="${name}"><pre>${html}</pre></div>` : `<i>${html}</i>`,
    language: fallback,
  };
};
