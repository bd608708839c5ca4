// Checks on lines. They run so often that they avoid regular expressions.

import { isSpace } from '../characters.ts';

/** Skips up to three spaces. */
export function skipIndent(text: string, at: number): number {
  let i = at;
  while (i - at < 3 && text.charCodeAt(i) === 32) i++;
  return i;
}

/** The end of the blank lines at an offset; -1 if the line isn't blank. kramdown: `(?>^\s*\n)+`. */
export function blankLinesEnd(text: string, at: number): number {
  let end = -1;
  for (let i = at; ; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) end = i + 1;
    else if (!isSpace(c)) return end;
  }
}

/** Whether there is only white space from an offset to the end of its line (`\s*?\n`). */
export function restIsBlank(text: string, at: number): boolean {
  for (let i = at; ; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) return true;
    if (!isSpace(c)) return false;
  }
}
