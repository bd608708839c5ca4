// Jekyll::Utils.slugify (3.10 and 4.4).

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { downcase } from './downcase.ts';
import { transliterate } from './transliterate.ts';

/** How a version of Jekyll makes slugs. */
export interface SlugRules {
  /** Which characters are kept: Ruby's [[:alpha:]] and [[:digit:]], or Unicode letters, marks and digits. */
  readonly letters: 'posix' | 'unicode';
  /** Whether an empty slug is reported as a warning. */
  readonly warnsOfEmpty: boolean;
}

type Mode = 'raw' | 'default' | 'pretty' | 'ascii' | 'latin';

const isMode = (mode: string): mode is Mode => /^(?:raw|default|pretty|ascii|latin)$/.test(mode);

// What each mode replaces.
const SPACES = /[\t\n\v\f\r ]+/g;
const NOT_ASCII_WORD = /[^A-Za-z0-9]+/g;
const NOT_POSIX = /[^\p{Alphabetic}\p{Nd}]+/gu;
const NOT_POSIX_PRETTY = /[^\p{Alphabetic}\p{Nd}._~!$&'()+,;=@]+/gu;
const NOT_WORD = /[^\p{M}\p{L}\p{Nd}]+/gu;
const NOT_WORD_PRETTY = /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu;

/**
 * Turns a string into a part of a URL. An unknown mode (such as `none`) only changes the case. `cased` keeps the case.
 * The result can be empty: see `emptySlug`.
 */
export function slugify(text: string, mode: string | null, cased: boolean, rules: SlugRules): string {
  const known = mode ?? 'default';
  if (!isMode(known)) return cased ? text : downcase(text);
  const source = known === 'latin' ? transliterate(text) : text;
  const slug = source.replace(replaced(known, rules), '-').replace(/^-|-$/g, '');
  return cased ? slug : downcase(slug);
}

function replaced(mode: Mode, rules: SlugRules): RegExp {
  const posix = rules.letters === 'posix';
  if (mode === 'raw') return SPACES;
  if (mode === 'ascii') return NOT_ASCII_WORD;
  if (mode === 'pretty') return posix ? NOT_POSIX_PRETTY : NOT_WORD_PRETTY;
  return posix ? NOT_POSIX : NOT_WORD;
}

/** The warning for an empty slug; null if the slug isn't empty, the mode is unknown, or this version doesn't warn. */
export function emptySlug(slug: string, text: string, mode: string | null, rules: SlugRules): Diagnostic | null {
  if (slug !== '' || !rules.warnsOfEmpty || !isMode(mode ?? 'default')) return null;
  return {
    code: 'slug-empty',
    severity: 'warning',
    message: `Empty \`slug\` generated for '${text}'`,
    hint: 'Use a string with letters or digits, or the mode raw or pretty, which keeps special characters.',
  };
}
