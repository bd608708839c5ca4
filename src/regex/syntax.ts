/** The syntax tree of a pattern's source (as translate.ts writes it). */
export type Part =
  /** One character: the source of a class, an escape, or the character itself. */
  | { readonly kind: 'character'; readonly source: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly options: readonly Part[] }
  | {
      readonly kind: 'repeat';
      readonly of: Part;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
      readonly groups: Groups;
    }
  | { readonly kind: 'group'; readonly of: Part; readonly index: number }
  | {
      readonly kind: 'look';
      readonly of: Part;
      readonly behind: boolean;
      readonly negative: boolean;
      readonly groups: Groups;
    }
  /** A backreference. */
  | { readonly kind: 'again'; readonly group: number }
  | { readonly kind: 'boundary'; readonly negative: boolean }
  | { readonly kind: 'start' | 'end' };

/** The numbers of the groups within a part; `to` is exclusive. */
export type Groups = readonly [from: number, to: number];

export interface Syntax {
  readonly whole: Part;
  /** The number of groups. */
  readonly groups: number;
  /** The groups that a backreference refers to. */
  readonly again: ReadonlySet<number>;
}

export function parse(source: string): Syntax {
  const reader = new Reader(source);
  return { whole: reader.choice(), groups: reader.groups, again: reader.again };
}

const ONE =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Z]|[1-9]\d*|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|[\ud800-\udbff][\udc00-\udfff]|[\s\S]/y;
const TIMES = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})(\??)/y;

class Reader {
  groups = 0;
  readonly again = new Set<number>();
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  choice(): Part {
    const options: Part[] = [];
    do options.push(this.#sequence());
    while (this.#take('|'));
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at]!)) parts.push(this.#repeated());
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  }

  #repeated(): Part {
    const from = this.groups;
    const of = this.#one();
    TIMES.lastIndex = this.#at;
    const times = TIMES.exec(this.#source);
    if (times === null) return of;
    this.#at = TIMES.lastIndex;
    const [text, least, comma, most, lazy] = times;
    const min = least === undefined ? (text.startsWith('+') ? 1 : 0) : Number(least);
    let max = text.startsWith('?') ? 1 : Number.POSITIVE_INFINITY;
    if (least !== undefined && comma === undefined) max = min;
    else if (most !== undefined && most !== '') max = Number(most);
    return { kind: 'repeat', of, min, max, lazy: lazy !== '', groups: [from, this.groups] };
  }

  #one(): Part {
    if (this.#take('(')) return this.#group();
    ONE.lastIndex = this.#at;
    const source = ONE.exec(this.#source)![0];
    this.#at = ONE.lastIndex;
    if (source === '^') return { kind: 'start' };
    if (source === '$') return { kind: 'end' };
    if (source === '\\b' || source === '\\B') return { kind: 'boundary', negative: source === '\\B' };
    if (/^\\[1-9]/.test(source)) {
      const group = Number(source.slice(1));
      this.again.add(group);
      return { kind: 'again', group };
    }
    return { kind: 'character', source };
  }

  #group(): Part {
    const from = this.groups;
    const behind = this.#take('?<');
    const look = behind || this.#take('?=') || this.#take('?!') ? this.#source[this.#at - (behind ? 0 : 1)]! : null;
    if (behind) this.#at++;
    const index = look === null && !this.#take('?:') ? ++this.groups : 0;
    const of = this.choice();
    this.#take(')');
    if (look !== null) return { kind: 'look', of, behind, negative: look === '!', groups: [from, this.groups] };
    return index === 0 ? of : { kind: 'group', of, index };
  }
}

/** Whether the part can match the empty string. */
export function canBeEmpty(part: Part): boolean {
  switch (part.kind) {
    case 'character':
      return false;
    case 'sequence':
      return part.parts.every(canBeEmpty);
    case 'choice':
      return part.options.some(canBeEmpty);
    case 'repeat':
      return part.min === 0 || canBeEmpty(part.of);
    case 'group':
      return canBeEmpty(part.of);
    default:
      return true;
  }
}

/**
 * Whether the pattern may scan far and then fail: it has an unlimited repetition with something after it that can fail.
 * `after`: what follows the part can fail.
 */
export function canScan(part: Part, after = false): boolean {
  switch (part.kind) {
    case 'sequence': {
      let fails = after;
      for (let i = part.parts.length - 1; i >= 0; i--) {
        if (canScan(part.parts[i]!, fails)) return true;
        fails ||= canFail(part.parts[i]!);
      }
      return false;
    }
    case 'choice':
      return part.options.some((option) => canScan(option, after));
    case 'repeat':
      return (after && part.max === Number.POSITIVE_INFINITY) || canScan(part.of, after);
    case 'group':
      return canScan(part.of, after);
    case 'look':
      return canScan(part.of, true);
    default:
      return false;
  }
}

function canFail(part: Part): boolean {
  if (part.kind === 'repeat') return part.min > 0;
  if (part.kind === 'sequence') return part.parts.some(canFail);
  if (part.kind === 'choice') return part.options.every(canFail);
  return part.kind !== 'group' || canFail(part.of);
}
