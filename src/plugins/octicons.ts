// jekyll-octicons 19.42.0: `{% octicon NAME height:32 class:"x" aria-label:hi %}`. The package has the same drawings as
// the gem octicons of that version.

import octicons from '@primer/octicons';
import { definePlugin } from '../contract/plugin.ts';
import { LiquidError, typeError } from '../liquid/errors.ts';
import { Replacement } from '../liquid/filters/replacement.ts';
import type { Context } from '../liquid/runtime/context.ts';
import { FRAGMENT, SIGNATURE, SPACE } from '../liquid/syntax/patterns.ts';
import { className } from '../ruby/class-name.ts';
import { toI } from '../ruby/integer.ts';
import { strip } from '../ruby/strings.ts';
import { Drop, isHash } from '../ruby/values.ts';
import { lookupVariable } from './lookup-variable.ts';
import { markupTag } from './markup-tag.ts';

const SYMBOL = new RegExp(`^${SIGNATURE}`);
const VARIABLE = new RegExp(`\\{\\{${SPACE}*(\\w+\\.?\\w*)${SPACE}*\\}\\}`, 'g');
const OPTION = new RegExp(`([\\w-]+)${SPACE}*:${SPACE}*(${FRAGMENT})`, 'g');
const DEFAULT_HEIGHT = 16;

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-octicons',
  tags: { octicon: { exact: markupTag((markup, context) => octicon(interpolated(markup, context))) } },
});

/** The first variable's value replaces all variables, as in the gem. */
function interpolated(markup: string, context: Context): string {
  const first = new RegExp(VARIABLE).exec(markup);
  if (first === null) return markup;
  const value = lookupVariable(first[1]!, context);
  if (typeof value === 'string') {
    const replacement = new Replacement(value);
    return markup.replace(VARIABLE, (match, _name, at: number) => replacement.of(markup, at, match));
  }
  // In Ruby's gsub a hash is a table of replacements; it has no entry for `{{ … }}`.
  if (isHash(value) || value instanceof Drop) return markup.replace(VARIABLE, '');
  throw typeError(
    `no implicit conversion of ${className(value)} into String`,
    `${first[0]} should be a string: write it in quotes where it is set.`,
  );
}

function octicon(markup: string): string {
  const symbol = SYMBOL.exec(markup)?.[0];
  if (symbol === undefined) return '';
  const icon = Object.hasOwn(octicons, symbol) ? octicons[symbol] : undefined;
  if (icon === undefined) {
    throw new LiquidError(
      'octicon-missing',
      `Couldn't find octicon symbol for "${symbol}"`,
      'The icons are those of octicons 19.42.0, listed at https://primer.style/octicons.',
    );
  }
  const options = new Map([...markup.matchAll(OPTION)].map(([, key, value]) => [key!, value!.replace(/^"|"$/g, '')]));
  const wanted = options.get('height') ?? options.get('width');
  const height = naturalHeight(Object.keys(icon.heights), wanted ?? String(icon.defaultHeight ?? DEFAULT_HEIGHT));
  const { width, path } = icon.heights[height]!;
  const attributes = new Map([['data-component', 'Octicon'], ...options])
    .set('class', strip(`octicon octicon-${symbol} ${options.get('class') ?? ''} `))
    .set('viewBox', `0 0 ${width} ${height}`)
    .set('version', '1.1')
    .set('width', options.get('width') ?? scaled(wanted, width, height))
    .set('height', options.get('height') ?? scaled(wanted, height, width))
    .set(...accessible(options));
  return `<svg ${strip([...attributes].map(([name, value]) => `${name}="${value}" `).join(''))}>${path}</svg>`;
}

const accessible = (options: ReadonlyMap<string, string>): [string, string] =>
  options.has('aria-label') ? ['role', 'img'] : ['aria-hidden', 'true'];

/** The largest drawing up to the wanted height, otherwise the smallest. */
function naturalHeight(heights: readonly string[], wanted: string): number {
  const most = toI(wanted);
  return heights.map(Number).reduce((best, height) => (height <= most ? height : best));
}

/** A side scaled in proportion to the other one's wanted length; its own length if no length is wanted. */
function scaled(wanted: string | undefined, own: number, other: number): string {
  if (wanted === undefined) return String(own);
  const [product, divisor] = [BigInt(toI(wanted)) * BigInt(own), BigInt(other)];
  const quotient = product / divisor;
  // Ruby rounds down.
  return String(product % divisor < 0n ? quotient - 1n : quotient);
}
