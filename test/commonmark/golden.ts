// A case of test/commonmark/cases as the gem is asked, and as it answers. Options and extensions are those that GitHub
// Pages sets, unless the case names others.

import { PAGES } from '../../scripts/diff/commonmark-documents.ts';
import type { Case } from '../cases.ts';

export interface Golden {
  readonly name: string;
  readonly text: string;
  readonly options: readonly string[];
  readonly extensions: readonly string[];
  /** Missing where the gem fails. */
  readonly html?: string;
}

export function goldenOf({ name, parts }: Case): Golden {
  const words = (part: string): string[] | undefined => parts.get(part)?.split(/\s+/).filter(Boolean);
  return {
    name,
    text: parts.get('text')!,
    options: words('options') ?? PAGES.options,
    extensions: words('extensions') ?? PAGES.extensions,
    html: parts.get('html'),
  };
}

export function caseOf({ name, text, options, extensions, html }: Golden): Case {
  const words = (part: 'options' | 'extensions', list: readonly string[]): [string, string][] =>
    list.join() === PAGES[part].join() ? [] : [[part, list.length === 0 ? '' : `${list.join(' ')}\n`]];
  const answer: [string, string] = html === undefined ? ['fails', ''] : ['html', html];
  return {
    name,
    parts: new Map([...words('options', options), ...words('extensions', extensions), ['text', text], answer]),
  };
}
