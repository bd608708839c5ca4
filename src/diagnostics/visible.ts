// Makes strings safe to show: a file's name or content must neither control the terminal nor disguise the output.

/**
 * Characters that control a terminal (C0, DEL, C1), reorder text (bidirectional marks, embeddings, overrides,
 * isolates), end a line in some programs, or are invisible. Joiners stay: names and emoji need them.
 */
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** Shows each such character: ESC as '␛', U+202E as '<U+202E>'. Tabs and newlines stay. */
export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(HIDDEN, shown);
}

/** The same for strings that must stay on one line, such as a path: a newline becomes '␊', a tab '␉'. */
export function visibleLine(text: string): string {
  return text.replace(HIDDEN, shown).replace(/[\t\n]/g, shown);
}

function shown(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
