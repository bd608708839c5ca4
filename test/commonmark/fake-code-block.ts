/** Says how it was called; the goldens are made with the same fake (scripts/diff/commonmark.rb). */
export function fakeCodeBlock(code: string, language: string | null): string | null {
  if (language === null || language.startsWith('no')) return null;
  const html = code.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<div class="language-${language} highlighter-rouge"><pre>${language}: ${html}</pre></div>`;
}
