// Maps positions in a changed text back to the original.

/**
 * Maps offsets of `changed` to offsets of `original`. Exact before the first change and after the last. Between them an
 * offset maps to the same column of the line with the same number or, if lines were added or removed, of the first line
 * with the same text, or else to the first change.
 */
export function alignment(changed: string, original: string): (offset: number) => number {
  const shorter = Math.min(changed.length, original.length);
  let before = 0;
  while (before < shorter && changed[before] === original[before]) before++;
  let after = 0;
  while (after < shorter - before && changed[changed.length - 1 - after] === original[original.length - 1 - after])
    after++;
  return (offset) => {
    if (offset <= before) return offset;
    if (offset >= changed.length - after) return original.length - (changed.length - offset);
    const lines = original.slice(before, original.length - after).split('\n');
    if (changed.slice(before, changed.length - after).split('\n').length !== lines.length) {
      return sameLine(changed, original, offset) ?? before;
    }
    const above = changed.slice(before, offset).split('\n');
    const line = above.length - 1;
    const start = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, before);
    return start + Math.min(above[line]!.length, lines[line]!.length);
  };
}

function sameLine(changed: string, original: string, offset: number): number | null {
  const start = changed.lastIndexOf('\n', offset - 1) + 1;
  const end = changed.indexOf('\n', offset);
  const at = original.indexOf(changed.slice(start, end < 0 ? undefined : end));
  return at < 0 ? null : at + offset - start;
}
