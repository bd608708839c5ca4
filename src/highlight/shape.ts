/**
 * What can be said of a pattern without trying it: which characters a match can begin with, so that a state tries only
 * the rules that have a chance; and, for patterns like `\w+\s*=`, that a run of some characters has to end at certain
 * others, so that a rule that has failed needn't scan the same run again from each of its places.
 *
 * The answers may allow too many characters, never too few. A set is an array of 129 flags: one for each ASCII
 * character, the last for all others.
 */
export type Characters = Uint8Array;

/** A match begins with a run of `run` characters, all that there are (none, maybe), and one of `stop` follows. */
export interface Gate {
  readonly run: Characters;
  readonly stop: Characters;
}

export interface Shape {
  readonly first: Characters;
  readonly gate: Gate | null;
}

const SIZE = 129;
const ALL: Characters = new Uint8Array(SIZE).fill(1);
const NONE: Characters = new Uint8Array(SIZE);

/** A part of a pattern. */
interface Part {
  /** What a match can begin with. */
  readonly first: Characters;
  /** What a match can consist of. */
  readonly all: Characters;
  /** The part may match nothing, so what follows counts as well. */
  readonly empty: boolean;
  /** The part takes nothing, and `first` (if not `empty`) is what has to follow. */
  readonly ahead?: boolean;
}

/** `source` is a pattern as pattern.ts makes it. */
export function shapeOf(source: string, ignoreCase: boolean): Shape {
  const reader = new Reader(source, ignoreCase);
  const part = reader.alternatives();
  return { first: part.empty ? ALL : part.first, gate: reader.gate };
}

/** What a match of the source can consist of. */
export function contentOf(source: string, ignoreCase: boolean): Characters {
  return new Reader(source, ignoreCase).alternatives().all;
}

function folded(set: Characters): Characters {
  const both = set.slice();
  for (let lower = 97; lower <= 122; lower++) {
    const either = both[lower]! | both[lower - 32]!;
    both[lower] = either;
    both[lower - 32] = either;
  }
  // The long s and the Kelvin sign fold to ASCII letters, and the other way round.
  if (both[107] || both[115]) both[128] = 1;
  return both;
}

class Reader {
  /** The gate of the whole pattern. */
  gate: Gate | null = null;
  readonly #source: string;
  readonly #ignoreCase: boolean;
  #at = 0;
  #depth = 0;

  constructor(source: string, ignoreCase: boolean) {
    this.#source = source;
    this.#ignoreCase = ignoreCase;
  }

  alternatives(): Part {
    const first = new Uint8Array(SIZE);
    const all = new Uint8Array(SIZE);
    let empty = false;
    let count = 0;
    do {
      const part = this.#sequence();
      add(first, part.first);
      add(all, part.all);
      empty ||= part.empty;
      count++;
    } while (this.#take('|'));
    if (count > 1 && this.#depth === 0) this.gate = null;
    return { first, all, empty };
  }

  #take(c: string): boolean {
    if (this.#source[this.#at] !== c) return false;
    this.#at++;
    return true;
  }

  #sequence(): Part {
    const first = new Uint8Array(SIZE);
    const all = new Uint8Array(SIZE);
    let empty = true;
    while (this.#at < this.#source.length) {
      const c = this.#source[this.#at]!;
      if (c === '|' || c === ')') break;
      const part = this.#quantified();
      // The last such place: its run holds the runs of those before.
      if (this.#depth === 0 && !part.empty && all.includes(1) && disjoint(all, part.first)) {
        this.gate = { run: all.slice(), stop: part.first };
      }
      if (part.ahead) continue;
      if (empty) add(first, part.first);
      add(all, part.all);
      empty &&= part.empty;
    }
    return { first, all, empty };
  }

  #quantified(): Part {
    const part = this.#atom();
    const c = this.#source[this.#at];
    let optional = false;
    if (c === '*' || c === '?') {
      optional = true;
      this.#at++;
    } else if (c === '+') this.#at++;
    else if (c === '{') {
      const end = this.#source.indexOf('}', this.#at);
      optional = /^\{0*[,}]/.test(this.#source.slice(this.#at, end + 1));
      this.#at = end + 1;
    } else return part;
    this.#take('?');
    return optional ? { ...part, empty: true } : part;
  }

  #atom(): Part {
    const source = this.#source;
    const c = source[this.#at]!;
    if (c === '(') return this.#group();
    if (c === '[') return this.#one(this.#class());
    if (c === '\\') return this.#escape();
    this.#at++;
    if (c === '^' || c === '$') return { first: NONE, all: NONE, empty: true };
    return this.#one(only(source.charCodeAt(this.#at - 1)));
  }

  #one(set: Characters): Part {
    const characters = this.#ignoreCase ? folded(set) : set;
    return { first: characters, all: characters, empty: false };
  }

  #group(): Part {
    this.#at++;
    let ahead = false;
    let known = true;
    if (this.#take('?')) {
      if (this.#take(':')) ahead = false;
      else if (this.#source.startsWith('<', this.#at) && !/^<[=!]/.test(this.#source.slice(this.#at, this.#at + 2))) {
        this.#at = this.#source.indexOf('>', this.#at) + 1;
      } else {
        known = this.#source[this.#at] === '=';
        this.#take('<');
        this.#at++;
        ahead = true;
      }
    }
    this.#depth++;
    const part = this.alternatives();
    this.#depth--;
    this.#take(')');
    if (!ahead) return part;
    return { first: part.first, all: NONE, empty: part.empty || !known, ahead };
  }

  #escape(): Part {
    const c = this.#source[this.#at + 1]!;
    if (c === 'b' || c === 'B') {
      this.#at += 2;
      return { first: NONE, all: NONE, empty: true };
    }
    if (/[1-9k]/.test(c)) {
      this.#at += 2;
      return { first: ALL, all: ALL, empty: true };
    }
    return this.#one(this.#characters());
  }

  /** An escape that stands for characters, in a class or outside. */
  #characters(): Characters {
    const shape = /\\(?:p\{[^}]*\}|P\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Z]|[\s\S])/y;
    shape.lastIndex = this.#at;
    const text = shape.exec(this.#source)![0];
    this.#at += text.length;
    return members(`[${text}]`);
  }

  #class(): Characters {
    const shape = /\[(?:\\[\s\S]|[^\]\\])*\]/y;
    shape.lastIndex = this.#at;
    const text = shape.exec(this.#source)![0];
    this.#at += text.length;
    return members(text);
  }
}

/** The members of a class: asked of the class itself, character by character; other scripts in one go. */
function members(source: string): Characters {
  const set = new Uint8Array(SIZE);
  const pattern = new RegExp(source, /\\(?:[pP]|u\{)/.test(source) ? 'u' : '');
  for (let code = 0; code < 128; code++) if (pattern.test(String.fromCharCode(code))) set[code] = 1;
  if (/^\[\^|\\[pPSWDu]|\\x[89a-fA-F]|[^\x00-\x7f]/.test(source)) set[128] = 1;
  return set;
}

function only(code: number): Characters {
  const set = new Uint8Array(SIZE);
  set[Math.min(code, 128)] = 1;
  return set;
}

function add(to: Characters, from: Characters): void {
  for (let i = 0; i < SIZE; i++) to[i]! |= from[i]!;
}

function disjoint(a: Characters, b: Characters): boolean {
  for (let i = 0; i < SIZE; i++) if (a[i] && b[i]) return false;
  return true;
}
