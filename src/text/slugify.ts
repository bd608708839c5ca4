// Jekyll::Utils.slugify (3.10 and 4.4).

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { downcase } from './downcase.ts';
import { transliterate } from './transliterate.ts';

/** How a version of Jekyll makes slugs. */
export interface SlugRules {
  /** What is kept: POSIX's letters and digits as Ruby knows them, or letters, marks and digits. */
  readonly letters: 'posix' | 'unicode';
  /** An empty slug gets a warning. */
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
 * A string as a part of an address. An unknown mode (`none`) only lowers the case. `cased` keeps it. The result can be
 * empty: see `emptySlug`.
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

/** The warning of a slug that came out empty; null if it isn't empty, or the rules don't ask for a warning. */
export function emptySlug(slug: string, text: string, mode: string | null, rules: SlugRules): Diagnostic | null {
  if (slug !== '' || !rules.warnsOfEmpty || !isMode(mode ?? 'default')) return null;
  return {
    code: 'slug-empty',
    severity: 'warning',
    message: `Empty \`slug\` generated for '${text}'`,
    hint: 'An address made of it has no name of its own. Use a text with letters or digits, or the mode raw or pretty, which keeps signs.',
  };
}
