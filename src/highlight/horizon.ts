import { type Characters, contentOf } from './shape.ts';

/**
 * What the failure of a pattern such as `/\*[\s\S]*?\*\/` says of later places. The pattern is a head (`/\*`), a run of
 * nearly any character, and a tail. Where the head matches and the whole doesn't, no tail begins between the head's end
 * and the next character that the run can't take: until there, the pattern fails wherever it is tried again. So an
 * opening that is never closed costs one look at the text, not one look each time that it occurs.
 */
export interface Horizon {
  /** The pattern up to the run; null where it begins with the run. */
  readonly head: RegExp | null;
  /** The characters that end the run; null where nothing does. */
  readonly stops: Characters | null;
  /** The tail repeats a group of the head, so that a failure counts for a head of the same groups only. */
  readonly repeats: boolean;
}

/** Runs of fewer kinds of characters end soon. */
const WIDE = 100;

/** The horizons of a pattern as pattern.ts makes it; none where it has no such run, or its failure says nothing. */
export function horizonsOf(source: string, flags: string): Horizon[] {
  return [runAtStart(source, flags), wideRun(source, flags)].filter((horizon) => horizon !== null);
}

/**
 * A pattern that begins with a run (`\w+\s*ll`): where it fails, it fails from all places in the run, as each of them
 * leaves fewer of the same ways to go on.
 */
function runAtStart(source: string, flags: string): Horizon | null {
  if (hasAlternatives(source) || /\\[1-9k]/.test(source.replace(/\\\\/g, ''))) return null;
  let at = 0;
  let ahead = '';
  while (source[at] === '(') {
    const end = closing(source, at);
    if (/^\(\?[!=]/.test(source.slice(at, at + 3))) {
      ahead += source.slice(at, end + 1);
      at = end + 1;
    } else if (isPlainGroup(source, at, end)) at += source[at + 1] === '?' ? 3 : 1;
    else return null;
  }
  ATOM.lastIndex = at;
  const atom = ATOM.exec(source)?.[0] ?? '';
  if (!/[+*]/.test(source[at + atom.length] ?? '') || !/^(?:\[|\\[wWdDpP]|[^\\.^$|()])/.test(atom)) return null;
  const stops = stopsOf(atom, flags);
  if (!stops.includes(1)) return null;
  if (ahead === '') return { head: null, stops, repeats: false };
  // A run that is looked at first says something only where the look succeeds, and it has a character there.
  return source[at + atom.length] === '+' ? { head: new RegExp(ahead + atom, flags), stops, repeats: false } : null;
}

function wideRun(source: string, flags: string): Horizon | null {
  const split = findRun(source);
  if (split === null) return null;
  const { head, run, tail, pairs } = split;
  const taken = contentOf(run, flags.includes('i'));
  const stops = stopsOf(run, flags);
  if (taken.filter((flag) => flag === 1).length < WIDE) return null;
  // A head that goes over the run's end says nothing of the text up to there.
  const content = contentOf(head, flags.includes('i'));
  if (stops.some((flag, i) => flag === 1 && content[i] === 1)) return null;
  // A head with a backslash could part the escapes after it otherwise.
  if (pairs && content[BACKSLASH] === 1) return null;
  return {
    head: new RegExp(head, flags),
    stops: stops.includes(1) ? stops : null,
    repeats: /\\[1-9k]/.test(tail.replace(/\\\\/g, '')),
  };
}

const ATOM =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Z]|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|[\s\S]/y;

/** What ends a run. A set says of other scripts only that the run may take some, so that they count unless it takes all. */
function stopsOf(run: string, flags: string): Characters {
  const stops = contentOf(run, flags.includes('i')).map((flag) => 1 - flag);
  const takesAllOthers = !flags.includes('i') && /\[\^(?:[\x00-\x5b\x5d-\x7f]|\\[^pPuxcWSD])*\]\)?$/.test(run);
  if (!takesAllOthers) stops[128] = 1;
  return stops;
}

const CLASS = String.raw`\[(?:\\[\s\S]|[^\]\\])*\]`;
const ESCAPE = String.raw`\\\\\[\^(\\n)?\]`;
/** `(?:\\.|[^\\>])*` and the like: a run of characters and escapes. */
const ESCAPED = new RegExp(String.raw`\(\?:(?:${ESCAPE}\|(${CLASS})|(${CLASS})\|${ESCAPE})\)[*+]\??`, 'y');
const BACKSLASH = 92;
const NEWLINE = 10;

interface Split {
  readonly head: string;
  readonly run: string;
  readonly tail: string;
  /** The run takes a backslash with the character that follows. */
  readonly pairs: boolean;
}

/** Parts a pattern at its first repeated class that every match goes through. */
function findRun(source: string): Split | null {
  if (hasAlternatives(source)) return null;
  let open = 0;
  for (let at = 0; at < source.length; ) {
    const c = source[at]!;
    if (c === '(') {
      ESCAPED.lastIndex = at;
      const escaped = ESCAPED.exec(source);
      if (escaped !== null) {
        const head = source.slice(0, at) + ')'.repeat(open);
        const tail = source.slice(ESCAPED.lastIndex);
        const taken = (escaped[2] ?? escaped[3])!;
        // An escape that can't take a newline ends the run there, unlike a newline alone.
        const uneven = (escaped[1] ?? escaped[4]) !== undefined && contentOf(taken, false)[NEWLINE] === 1;
        return uneven ? null : splitAt(head, `(?:\\\\|${taken})`, tail, true);
      }
      const end = closing(source, at);
      if (isPlainGroup(source, at, end)) {
        open++;
        at += source[at + 1] === '?' ? 3 : 1;
      } else at = end + 1;
      continue;
    }
    if (c === ')') {
      open--;
      at++;
      continue;
    }
    ATOM.lastIndex = at;
    const atom = ATOM.exec(source)![0];
    const after = at + atom.length;
    const times = source[after];
    if ((times === '*' || times === '+') && atom.startsWith('[')) {
      const taken = contentOf(atom, false);
      if (taken.filter((flag) => flag === 1).length >= WIDE) {
        const head = source.slice(0, times === '+' ? after : at) + ')'.repeat(open);
        const tail = source.slice(after + (source[after + 1] === '?' ? 2 : 1));
        return splitAt(head, atom, tail, false);
      }
    }
    at = after;
  }
  return null;
}

const splitAt = (head: string, run: string, tail: string, pairs: boolean): Split | null =>
  /[^)]/.test(tail) && head !== '' ? { head, run, tail, pairs } : null;

/** The offset of the parenthesis that closes the one at `at`. */
function closing(source: string, at: number): number {
  let depth = 0;
  for (let i = at; i < source.length; ) {
    if (source[i] === '(') depth++;
    else if (source[i] === ')' && --depth === 0) return i;
    ATOM.lastIndex = i;
    i += ATOM.exec(source)![0].length;
  }
  return source.length;
}

/** Whether every match goes through the group, once, and in one way. */
function isPlainGroup(source: string, open: number, close: number): boolean {
  const inner = source.slice(open + 1, close);
  return !/^\?(?!:)/.test(inner) && !/[*+?{]/.test(source[close + 1] ?? '') && !hasAlternatives(inner);
}

/** Whether there is a `|` outside of all groups. */
function hasAlternatives(source: string): boolean {
  let depth = 0;
  for (let i = 0; i < source.length; ) {
    if (source[i] === '(') depth++;
    else if (source[i] === ')') depth--;
    else if (source[i] === '|' && depth === 0) return true;
    ATOM.lastIndex = i;
    i += ATOM.exec(source)![0].length;
  }
  return false;
}
