// A case of test/converters/cases: code that is highlighted as kramdown asks for it (`block`, `span`) or as the tag
// `highlight` does (`tag`, its markup, and `code`), and what both versions of Rouge make of it. Options of kramdown are
// added to those that Jekyll sets, unless they stand `alone`.

import { type Case, partFor, partsOf } from '../cases.ts';
import { VERSIONS, type Version } from '../highlight/golden.ts';

export { VERSIONS, type Version };

/** As scripts/diff/highlight.rb is asked. */
export type Question =
  | {
      readonly ask: 'kramdown';
      readonly code: string;
      readonly language: string | null;
      readonly kind: 'block' | 'span';
      readonly options: Readonly<Record<string, unknown>>;
    }
  | { readonly ask: 'tag'; readonly code: string; readonly markup: string };

const JEKYLL = { default_lang: 'plaintext', guess_lang: true };

export function questionOf({ parts }: Case): Question {
  const markup = parts.get('tag');
  if (markup !== undefined) return { ask: 'tag', code: parts.get('code')!, markup: markup.trim() };
  const kind = parts.has('span') ? 'span' : 'block';
  const alone = parts.get('options alone');
  const options = alone === undefined ? { ...JEKYLL, ...optionsOf(parts.get('options') ?? '') } : optionsOf(alone);
  return { ask: 'kramdown', code: parts.get(kind)!, language: parts.get('language')?.trim() ?? null, kind, options };
}

const optionsOf = (text: string): Record<string, unknown> =>
  Object.fromEntries(
    [...text.matchAll(/^(\w+): (.*)$/gm)].map(([, name, value]) => [name!, JSON.parse(value!) as unknown]),
  );

/** Null if kramdown prints the code itself. */
export function htmlOf({ parts }: Case, version: Version): string | null {
  return partFor(parts, 'html', version) ?? null;
}

const ANSWER = /^(?:html|not highlighted)(?: |$)/;

export function answered({ name, parts }: Case, answers: readonly (readonly [Version, string | null])[]): Case {
  return {
    name,
    parts: new Map([
      ...[...parts].filter(([part]) => !ANSWER.test(part)),
      ...partsOf(
        'html',
        answers.map(([version, html]) => [version, html ?? undefined]),
      ),
      ...partsOf(
        'not highlighted',
        answers.map(([version, html]) => [version, html === null ? '' : undefined]),
      ),
    ]),
  };
}
