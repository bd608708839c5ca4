import { Characters } from './characters.ts';
import { canBeEmpty, type Groups, type Part, parse, type Syntax } from './syntax.ts';

/** One step of a matcher; numbers of instructions are offsets in the program. */
export type Instruction =
  /** Takes a character. */
  | { readonly op: 'character'; readonly of: Characters }
  /** Goes on at one, and where that fails at the other; a loop's number where its failures are to be remembered. */
  | { readonly op: 'branch'; first: number; second: number; readonly loop: number }
  | { readonly op: 'jump'; to: number }
  /** Notes the place in a slot. */
  | { readonly op: 'save'; readonly slot: number }
  /** Forgets the slots of groups. */
  | { readonly op: 'forget'; readonly slots: Slots }
  /** Fails where nothing was read since the place in the slot. */
  | { readonly op: 'moved'; readonly slot: number }
  /** Looks ahead with what begins at the next instruction, and goes on at `to`. */
  | { readonly op: 'look'; readonly negative: boolean; readonly slots: Slots; to: number }
  | { readonly op: 'behind'; readonly negative: boolean; readonly of: Characters }
  | { readonly op: 'again'; readonly group: number }
  | { readonly op: 'boundary'; readonly negative: boolean }
  | { readonly op: 'start' | 'end' | 'match' };

/** From the first to before the second. */
type Slots = readonly [from: number, to: number];

/** A pattern as a matcher runs through it. */
export interface Program {
  readonly instructions: readonly Instruction[];
  readonly groups: number;
  /** How many places there are to note: two for each group (the first two stand for the whole), then those of loops. */
  readonly slots: number;
  readonly loops: number;
  /** The groups whose text is asked for again. */
  readonly again: readonly number[];
}

export function programOf(source: string, flags: string): Program {
  return new Writer(parse(source), flags).program();
}

class Writer {
  readonly #syntax: Syntax;
  readonly #flags: string;
  readonly #instructions: Instruction[] = [];
  readonly #characters = new Map<string, Characters>();
  #slots: number;
  #loops = 0;
  /**
   * In a repetition of what may be empty, and in a group whose text is asked for again, a failure may be due to where
   * that began: it isn't remembered.
   */
  #uncertain = 0;

  constructor(syntax: Syntax, flags: string) {
    this.#syntax = syntax;
    this.#flags = flags;
    this.#slots = 2 * (syntax.groups + 1);
  }

  program(): Program {
    this.#write(this.#syntax.whole);
    this.#add({ op: 'match' });
    return {
      instructions: this.#instructions,
      groups: this.#syntax.groups,
      slots: this.#slots,
      loops: this.#loops,
      again: [...this.#syntax.again],
    };
  }

  #add<T extends Instruction>(instruction: T): T {
    this.#instructions.push(instruction);
    return instruction;
  }

  get #here(): number {
    return this.#instructions.length;
  }

  #write(part: Part): void {
    switch (part.kind) {
      case 'character':
        this.#add({ op: 'character', of: this.#set(part.source) });
        break;
      case 'sequence':
        for (const next of part.parts) this.#write(next);
        break;
      case 'choice':
        this.#choice(part.options);
        break;
      case 'repeat':
        this.#repeat(part);
        break;
      case 'group':
        this.#group(part.index, part.of);
        break;
      case 'look':
        this.#look(part);
        break;
      case 'again':
        this.#add({ op: 'again', group: part.group });
        break;
      case 'boundary':
        this.#add({ op: 'boundary', negative: part.negative });
        break;
      default:
        this.#add({ op: part.kind });
    }
  }

  #set(source: string): Characters {
    let set = this.#characters.get(source);
    if (set === undefined) {
      set = new Characters(source, this.#flags);
      this.#characters.set(source, set);
    }
    return set;
  }

  #group(index: number, of: Part): void {
    const isAskedFor = this.#syntax.again.has(index);
    this.#add({ op: 'save', slot: 2 * index });
    if (isAskedFor) this.#uncertain++;
    this.#write(of);
    if (isAskedFor) this.#uncertain--;
    this.#add({ op: 'save', slot: 2 * index + 1 });
  }

  #choice(options: readonly Part[]): void {
    const ends: { to: number }[] = [];
    for (const option of options.slice(0, -1)) {
      const branch = this.#add({ op: 'branch', first: this.#here + 1, second: 0, loop: -1 });
      this.#write(option);
      ends.push(this.#add({ op: 'jump', to: 0 }));
      branch.second = this.#here;
    }
    this.#write(options.at(-1)!);
    for (const end of ends) end.to = this.#here;
  }

  #repeat({ of, min, max, lazy, groups }: Part & { kind: 'repeat' }): void {
    for (let i = 0; i < min; i++) {
      this.#forget(groups);
      this.#write(of);
    }
    const isLoop = max === Number.POSITIVE_INFINITY;
    const heads: { first: number; second: number }[] = [];
    for (let i = 0; i < (isLoop ? 1 : max - min); i++) {
      const head = this.#here;
      const loop = isLoop && this.#uncertain === 0 ? this.#loops++ : -1;
      heads.push(this.#add({ op: 'branch', first: head + 1, second: head + 1, loop }));
      this.#forget(groups);
      this.#more(of);
      if (isLoop) this.#add({ op: 'jump', to: head });
    }
    for (const head of heads) head[lazy ? 'first' : 'second'] = this.#here;
  }

  /** A further time round forgets what the groups in it took. */
  #forget([from, to]: Groups): void {
    if (to > from) this.#add({ op: 'forget', slots: slotsOf([from, to]) });
  }

  /** What needn't be there has to read something where it is. */
  #more(of: Part): void {
    if (!canBeEmpty(of)) {
      this.#write(of);
      return;
    }
    const slot = this.#slots++;
    this.#add({ op: 'save', slot });
    this.#uncertain++;
    this.#write(of);
    this.#uncertain--;
    this.#add({ op: 'moved', slot });
  }

  #look({ of, behind, negative, groups }: Part & { kind: 'look' }): void {
    if (behind) {
      if (of.kind !== 'character') throw new Error('a lexer looks back at more than one character');
      this.#add({ op: 'behind', negative, of: this.#set(of.source) });
      return;
    }
    const look = this.#add({ op: 'look', negative, slots: slotsOf(groups), to: 0 });
    this.#write(of);
    this.#add({ op: 'match' });
    look.to = this.#here;
  }
}

const slotsOf = ([from, to]: Groups): Slots => [2 * (from + 1), 2 * (to + 1)];
