// Compiles a pattern's syntax tree to a program for the matcher.

import { Characters } from './characters.ts';
import { canBeEmpty, type Groups, type Part, parse, type Syntax } from './syntax.ts';

/** One step of a matcher. `first`, `second` and `to` are indexes of instructions. */
export type Instruction =
  /** Matches one character. */
  | { readonly op: 'character'; readonly of: Characters }
  /** Tries `first`, then `second`. `loop` is the loop's number if its failures are remembered, otherwise -1. */
  | { readonly op: 'branch'; first: number; second: number; readonly loop: number }
  | { readonly op: 'jump'; to: number }
  /** Stores the position in a slot. */
  | { readonly op: 'save'; readonly slot: number }
  /** Clears the slots of groups. */
  | { readonly op: 'forget'; readonly slots: Slots }
  /** Fails if nothing was read since the position in the slot. */
  | { readonly op: 'moved'; readonly slot: number }
  /** A lookahead: runs the program from the next instruction up to its `match`, then continues at `to`. */
  | { readonly op: 'look'; readonly negative: boolean; readonly slots: Slots; to: number }
  | { readonly op: 'behind'; readonly negative: boolean; readonly of: Characters }
  | { readonly op: 'again'; readonly group: number }
  | { readonly op: 'boundary'; readonly negative: boolean }
  | { readonly op: 'start' | 'end' }
  | { readonly op: 'match' };

/** A range of slots; `to` is exclusive. */
type Slots = readonly [from: number, to: number];

/** A pattern compiled for the matcher. */
export interface Program {
  readonly instructions: readonly Instruction[];
  readonly groups: number;
  /**
   * The number of slots: two for each group (the first two are the whole match), then one for each loop that needs one.
   */
  readonly slots: number;
  readonly loops: number;
  /** The groups that a backreference refers to. */
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
   * Greater than 0 where a failure may depend on where an enclosing part began, and so can't be remembered: within a
   * repeated part that can match the empty string, and within a group that a backreference refers to.
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

  /** Each iteration clears the groups within it, as in JavaScript. */
  #forget([from, to]: Groups): void {
    if (to > from) this.#add({ op: 'forget', slots: slotsOf([from, to]) });
  }

  /** An optional iteration that matches the empty string fails, as in JavaScript. */
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
