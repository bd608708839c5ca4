// {% raw %} (Liquid 4.0.4, Raw).

import type { TagDefinition } from '../compile/environment.ts';
import { isBlank } from '../syntax/patterns.ts';
import type { RawTag } from '../syntax/tree.ts';

const TAG = /\{%[ \t\r\n\f\v]*([A-Za-z0-9_]+)/y;

/** `{% raw %}…{% endraw %}`: the text unchanged, up to the first `endraw` (without a dash before its name). */
export const rawTag: TagDefinition<RawTag> = {
  parse(markup, parser) {
    if (!isBlank(markup)) throw parser.error(`Syntax Error in '${parser.name}' - Valid syntax: ${parser.name}`);
    let text = '';
    for (let token = parser.shift(); token !== null; token = parser.shift()) {
      const tag = lastTag(token);
      if (tag !== null) {
        // Ruby adds the text before a tag twice if it is another tag.
        text += token.slice(0, tag.start);
        if (tag.name === `end${parser.name}`) return { kind: 'raw', text, blank: text === '', block: true };
      }
      text += token;
    }
    throw parser.error(
      `'${parser.name}' tag was never closed`,
      `Close it with {% end${parser.name} %}.`,
      'liquid-unclosed',
    );
  },
  compile:
    ({ text }) =>
    (_context) => {
      return text;
    },
};

/** The last tag in a token that ends like a tag: an unclosed output may contain one. */
function lastTag(token: string): { name: string; start: number } | null {
  if (!token.endsWith('%}')) return null;
  for (let start = token.lastIndexOf('{%'); start >= 0; start = start === 0 ? -1 : token.lastIndexOf('{%', start - 1)) {
    TAG.lastIndex = start;
    const match = TAG.exec(token);
    if (match !== null && TAG.lastIndex <= token.length - 2) return { name: match[1]!, start };
  }
  return null;
}
