// Jekyll::Utils.slugify (3.10 and 4.4).

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { downcase } from './downcase.ts';
import { transliterate } from './transliterate.ts';

/** Which Jekyll's idea of a letter counts; config's Stack is one of these. */
interface SlugStack {
  readonly profile: 'github-pages' | 'jekyll-4';
}

type Mode = 'raw' | 'default' | 'pretty' | 'ascii' | 'latin';

const isMode = (mode: string): mode is Mode => /^(?:raw|default|pretty|ascii|latin)$/.test(mode);

// What each mode replaces. 3.10 keeps POSIX's letters and digits as Ruby knows them, 4.x letters, marks and digits.
const SPACES = /[\t\n\v\f\r ]+/g;
const NOT_ASCII_WORD = /[^A-Za-z0-9]+/g;
const NOT_POSIX = /[^\p{Alphabetic}\p{Nd}]+/gu;
const NOT_POSIX_PRETTY = /[^\p{Alphabetic}\p{Nd}._~!$&'()+,;=@]+/gu;
const NOT_WORD = /[^\p{M}\p{L}\p{Nd}]+/gu;
const NOT_WORD_PRETTY = /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu;

/**
 * A text as a part of an address. An unknown mode (`none`) only lowers the case. `cased` keeps it. The result can be
 * empty: see `emptySlug`.
 */
export function slugify(text: string, mode: string | null, cased: boolean, stack: SlugStack): string {
  const known = mode ?? 'default';
  if (!isMode(known)) return cased ? text : downcase(text);
  const source = known === 'latin' ? transliterate(text) : text;
  const slug = source.replace(replaced(known, stack), '-').replace(/^-|-$/g, '');
  return cased ? slug : downcase(slug);
}

function replaced(mode: Mode, stack: SlugStack): RegExp {
  const posix = stack.profile === 'github-pages';
  if (mode === 'raw') return SPACES;
  if (mode === 'ascii') return NOT_ASCII_WORD;
  if (mode === 'pretty') return posix ? NOT_POSIX_PRETTY : NOT_WORD_PRETTY;
  return posix ? NOT_POSIX : NOT_WORD;
}

/** Jekyll 4.4's warning of a slug that came out empty; null where the slug isn't, or the stack doesn't warn. */
export function emptySlug(slug: string, text: string, mode: string | null, stack: SlugStack): Diagnostic | null {
  if (slug !== '' || stack.profile !== 'jekyll-4' || !isMode(mode ?? 'default')) return null;
  return {
    code: 'slug-empty',
    severity: 'warning',
    message: `Empty \`slug\` generated for '${text}'`,
    hint: 'An address made of it has no name of its own. Use a text with letters or digits, or the mode raw or pretty, which keeps signs.',
  };
}
