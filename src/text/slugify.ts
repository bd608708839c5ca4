// Jekyll::Utils.slugify (3.10 and 4.4).

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
 * empty, of which Jekyll 4 warns.
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
