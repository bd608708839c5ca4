/**
 * Which characters a match of a pattern can begin with, so that a state tries only the rules that have a chance.
 * The answer may hold too many characters, never too few.
 *
 * A set is an array of 129 flags: one for each ASCII character, the last for all others.
 */
export type FirstCharacters = Uint8Array;

const SIZE = 129;
const ALL: FirstCharacters = new Uint8Array(SIZE).fill(1);

interface Part {
  readonly set: FirstCharacters;
  /** The part may match nothing, so what follows counts as well. */
  readonly empty: boolean;
}

/** `source` is a pattern as pattern.ts makes it. */
export function firstCharacters(source: string, ignoreCase: boolean): FirstCharacters {
  const reader = new Reader(source);
  const part = reader.alternatives();
  if (part.empty) return ALL;
  const set = part.set.slice();
  if (ignoreCase) {
    for (let lower = 97; lower <= 122; lower++) {
      const either = set[lower]! | set[lower - 32]!;
      set[lower] = either;
      set[lower - 32] = either;
    }
    // The long s and the Kelvin sign fold to ASCII letters, and the other way round.
    if (set[107] || set[115]) set[128] = 1;
  }
  return set;
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): Part {
    const set = new Uint8Array(SIZE);
    let empty = false;
    do {
      const part = this.#sequence();
      add(set, part.set);
      empty ||= part.empty;
    } while (this.#take('|'));
    return { set, empty };
  }

  #take(c: string): boolean {
    if (this.#source[this.#at] !== c) return false;
    this.#at++;
    return true;
  }

  #sequence(): Part {
    const set = new Uint8Array(SIZE);
    let empty = true;
    while (this.#at < this.#source.length) {
      const c = this.#source[this.#at]!;
      if (c === '|' || c === ')') break;
      const part = this.#quantified();
      if (empty) add(set, part.set);
      empty &&= part.empty;
    }
    return { set, empty };
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
    return optional ? { set: part.set, empty: true } : part;
  }

  #atom(): Part {
    const source = this.#source;
    const c = source[this.#at]!;
    if (c === '(') return this.#group();
    if (c === '[') return { set: this.#class(), empty: false };
    if (c === '\\') return this.#escape();
    this.#at++;
    if (c === '^' || c === '$') return { set: new Uint8Array(SIZE), empty: true };
    return { set: only(source.charCodeAt(this.#at - 1)), empty: false };
  }

  #group(): Part {
    this.#at++;
    let ahead = false;
    if (this.#take('?')) {
      if (this.#take(':')) ahead = false;
      else if (this.#source.startsWith('<', this.#at) && !/^<[=!]/.test(this.#source.slice(this.#at, this.#at + 2))) {
        this.#at = this.#source.indexOf('>', this.#at) + 1;
      } else {
        this.#take('<');
        this.#at++;
        ahead = true;
      }
    }
    const part = this.alternatives();
    this.#take(')');
    return ahead ? { set: new Uint8Array(SIZE), empty: true } : part;
  }

  #escape(): Part {
    const start = this.#at;
    const c = this.#source[start + 1]!;
    if (c === 'b' || c === 'B') {
      this.#at += 2;
      return { set: new Uint8Array(SIZE), empty: true };
    }
    if (/[1-9k]/.test(c)) {
      this.#at += 2;
      return { set: ALL, empty: true };
    }
    return { set: this.#characters(), empty: false };
  }

  /** An escape that stands for characters, in a class or outside. */
  #characters(): FirstCharacters {
    const shape = /\\(?:p\{[^}]*\}|P\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Z]|[\s\S])/y;
    shape.lastIndex = this.#at;
    const text = shape.exec(this.#source)![0];
    this.#at += text.length;
    return members(`[${text}]`);
  }

  #class(): FirstCharacters {
    const shape = /\[(?:\\[\s\S]|[^\]\\])*\]/y;
    shape.lastIndex = this.#at;
    const text = shape.exec(this.#source)![0];
    this.#at += text.length;
    return members(text);
  }
}

/** The members of a class: asked of the class itself, character by character; other scripts always count. */
function members(source: string): FirstCharacters {
  const set = new Uint8Array(SIZE);
  const pattern = new RegExp(source, source.includes('\\p') || source.includes('\\P') ? 'u' : '');
  for (let code = 0; code < 128; code++) if (pattern.test(String.fromCharCode(code))) set[code] = 1;
  set[128] = 1;
  return set;
}

function only(code: number): FirstCharacters {
  const set = new Uint8Array(SIZE);
  set[Math.min(code, 128)] = 1;
  return set;
}

function add(to: FirstCharacters, from: FirstCharacters): void {
  for (let i = 0; i < SIZE; i++) to[i]! |= from[i]!;
}
