// Parses text that is copied verbatim, except for `#{}`.

import { merged, type Parts } from './parts.ts';
import { ScriptParser } from './script-parser.ts';

/** A backslash before `#{` makes it plain text. */
export function parseTemplate(text: string): Parts {
  const parts: Parts = [];
  let from = 0;
  const open = /(\\*)#\{/g;
  for (let found = open.exec(text); found !== null; found = open.exec(text)) {
    const escapes = found[1]!.length;
    parts.push(text.slice(from, found.index));
    if (escapes % 2 === 1) parts.push(`${'\\'.repeat(escapes - 1)}#{`);
    else {
      parts.push('\\'.repeat(Math.max(0, escapes - 1)));
      const parser = new ScriptParser(text, open.lastIndex);
      parts.push(parser.interpolated());
      open.lastIndex = parser.position;
    }
    from = open.lastIndex;
  }
  parts.push(text.slice(from));
  return merged(parts);
}
