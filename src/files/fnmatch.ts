// File.fnmatch? without flags: `*` and `?` also match '/', and a leading dot must be matched explicitly.

/**
 * True if a shell pattern matches the whole path. `*`, `?`, `[a-z]`, `[^a]` (also `[!a]`) and backslash escapes; no
 * braces.
 */
export function fnmatch(pattern: string, path: string): boolean {
  const p = [...pattern];
  const s = [...path];
  let i = 0;
  let j = 0;
  // The position of the last star, and where the text that it has matched so far ends.
  let star = -1;
  let taken = 0;
  // A leading dot is only matched by a literal dot.
  if (s[0] === '.' && (p[0] === '*' || p[0] === '?' || p[0] === '[')) return false;
  while (j < s.length) {
    if (p[i] === '*') {
      while (p[i] === '*') i++;
      if (i === p.length) return true;
      star = i;
      taken = j;
      continue;
    }
    const end = i < p.length ? matchOne(p, i, s[j]!) : -1;
    if (end >= 0) {
      i = end;
      j++;
      continue;
    }
    if (star < 0) return false;
    i = star;
    j = ++taken;
  }
  while (p[i] === '*') i++;
  // A trailing backslash escapes nothing.
  return i === p.length || (i === p.length - 1 && p[i] === '\\');
}

// Matches one character; returns the next position in the pattern, or -1.
function matchOne(p: readonly string[], at: number, character: string): number {
  const c = p[at]!;
  if (c === '?') return at + 1;
  if (c === '[') return matchClass(p, at + 1, character);
  if (c === '\\' && at + 1 < p.length) return p[at + 1] === character ? at + 2 : -1;
  return c === character ? at + 1 : -1;
}

// An unclosed bracket expression matches nothing.
function matchClass(p: readonly string[], start: number, character: string): number {
  let at = start;
  const negated = p[at] === '!' || p[at] === '^';
  if (negated) at++;
  let found = false;
  const code = character.codePointAt(0)!;
  while (at < p.length && p[at] !== ']') {
    if (p[at] === '\\') at++;
    if (at >= p.length) return -1;
    const low = p[at++]!;
    let high = low;
    if (p[at] === '-' && p[at + 1] !== ']') {
      at++;
      if (p[at] === '\\') at++;
      if (at >= p.length) return -1;
      high = p[at++]!;
    }
    // The ends of a range match even if they are in the wrong order.
    if (character === low || character === high) found = true;
    if (low.codePointAt(0)! <= code && code <= high.codePointAt(0)!) found = true;
  }
  return at < p.length && found !== negated ? at + 1 : -1;
}
