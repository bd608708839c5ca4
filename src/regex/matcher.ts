// A backtracking matcher that remembers failures, so its cost grows with the text's length (times the pattern's).

import type { Characters } from './characters.ts';
import type { Instruction, Program } from './program.ts';

// Kinds of stack frames: an alternative to try; the same at the head of a loop; a loop whose alternatives have both
// failed (to be remembered); the former value of a slot.
const BRANCH = 0;
const LOOP = 1;
const FAILED = 2;
const SLOT = 3;

/** Failures are stored in blocks of this many positions. */
const BLOCK = 1024;
/** Failures are stored separately for each value of the backreferenced groups; at this many, all are dropped. */
const MOST_KEYS = 64;

/**
 * Matches as the regular expression does, but remembers where each of its loops failed and never tries a loop twice in
 * the same place. All failures together cost at most the input's length times the pattern's. (Whether the rest of a
 * pattern can match depends only on the position and on the groups that it refers back to.) For patterns that don't
 * backtrack much, JavaScript's own engine is many times faster.
 */
export class Matcher {
  /** How many instructions the last match took. */
  steps = 0;
  readonly #program: Program;
  readonly #instructions: readonly Instruction[];
  readonly #unicode: boolean;
  readonly #ignoreCase: boolean;
  readonly #text: string;
  /** A flag for each position and loop, in blocks; keyed by the values of the backreferenced groups. */
  readonly #failed = new Map<string, Uint8Array[]>();
  readonly #slots: number[];
  /** Two numbers per frame: an instruction or slot combined with the frame's kind, and a position. */
  readonly #frames: number[] = [];
  /** The position of the alternative that `#backtrack` found. */
  #backtracked = 0;

  constructor(program: Program, flags: string, text: string) {
    this.#program = program;
    this.#instructions = program.instructions;
    this.#unicode = flags.includes('u');
    this.#ignoreCase = flags.includes('i');
    this.#text = text;
    this.#slots = new Array<number>(program.slots).fill(-1);
  }

  exec(at: number): RegExpExecArray | null {
    this.steps = 0;
    this.#slots.fill(-1);
    this.#frames.length = 0;
    const end = this.#run(0, at);
    if (end < 0) return null;
    const match = [this.#text.slice(at, end)] as unknown as RegExpExecArray;
    for (let group = 1; group <= this.#program.groups; group++) match.push(this.#group(group)!);
    match.index = at;
    match.input = this.#text;
    return match;
  }

  #group(group: number): string | undefined {
    const from = this.#slots[2 * group]!;
    const to = this.#slots[2 * group + 1]!;
    return from < 0 || to < 0 ? undefined : this.#text.slice(from, to);
  }

  /** Runs the program from `instruction`; returns where the match ends, or -1. */
  #run(instruction: number, place: number): number {
    const base = this.#frames.length;
    let next = instruction;
    let at = place;
    for (;;) {
      this.steps++;
      const step = this.#instructions[next]!;
      let fails = false;
      next++;
      switch (step.op) {
        case 'character': {
          const length = this.#take(step.of, at);
          fails = length === 0;
          at += length;
          break;
        }
        case 'branch':
          if (step.loop >= 0 && this.#hasFailed(step.loop, at)) fails = true;
          else {
            this.#frames.push((next - 1) * 4 + (step.loop >= 0 ? LOOP : BRANCH), at);
            next = step.first;
          }
          break;
        case 'jump':
          next = step.to;
          break;
        case 'save':
          this.#setSlot(step.slot, at);
          break;
        case 'forget':
          this.#forget(step.slots);
          break;
        case 'look':
          this.#keep(step.slots);
          fails = this.#run(next, at) >= 0 === step.negative;
          next = step.to;
          break;
        case 'again': {
          const length = this.#repeated(step.group, at);
          fails = length < 0;
          at += length;
          break;
        }
        case 'match':
          this.#frames.length = base;
          return at;
        default:
          fails = !this.#holds(step, at);
      }
      if (!fails) continue;
      next = this.#backtrack(base);
      if (next < 0) return -1;
      at = this.#backtracked;
    }
  }

  /** Goes back to the last alternative above `base`; returns its instruction, or -1 if none is left. */
  #backtrack(base: number): number {
    while (this.#frames.length > base) {
      const at = this.#frames.pop()!;
      const frame = this.#frames.pop()!;
      const kind = frame % 4;
      const of = (frame - kind) / 4;
      if (kind === SLOT) this.#slots[of] = at;
      else if (kind === FAILED) this.#noteFailure((this.#instructions[of] as Branch).loop, at);
      else {
        if (kind === LOOP) this.#frames.push(of * 4 + FAILED, at);
        this.#backtracked = at;
        return (this.#instructions[of] as Branch).second;
      }
    }
    return -1;
  }

  /** Whether an assertion holds, which reads no characters. */
  #holds(step: Assertion, at: number): boolean {
    switch (step.op) {
      case 'moved':
        return this.#slots[step.slot] !== at;
      case 'behind':
        return this.#isBehind(step.of, at) !== step.negative;
      case 'boundary':
        return (isWord(this.#text, at - 1) !== isWord(this.#text, at)) !== step.negative;
      case 'start':
        return at === 0;
      case 'end':
        return at === this.#text.length;
    }
  }

  /** The length of the character at a position if it is in the set, otherwise 0. */
  #take(of: Characters, at: number): number {
    if (at >= this.#text.length) return 0;
    const code = this.#unicode ? this.#text.codePointAt(at)! : this.#text.charCodeAt(at);
    if (!of.has(code)) return 0;
    return code > 0xffff ? 2 : 1;
  }

  #isBehind(of: Characters, at: number): boolean {
    if (at === 0) return false;
    const pair = this.#unicode && at > 1 ? this.#text.codePointAt(at - 2)! : 0;
    return of.has(pair > 0xffff ? pair : this.#text.charCodeAt(at - 1));
  }

  /** The length of a backreference's match at a position, or -1. */
  #repeated(group: number, at: number): number {
    const text = this.#group(group) ?? '';
    if (this.#text.startsWith(text, at)) return text.length;
    const there = this.#text.slice(at, at + text.length);
    return this.#ignoreCase && there.toUpperCase() === text.toUpperCase() ? text.length : -1;
  }

  #setSlot(slot: number, value: number): void {
    this.#frames.push(slot * 4 + SLOT, this.#slots[slot]!);
    this.#slots[slot] = value;
  }

  #keep([from, to]: readonly [number, number]): void {
    for (let slot = from; slot < to; slot++) this.#setSlot(slot, this.#slots[slot]!);
  }

  #forget([from, to]: readonly [number, number]): void {
    for (let slot = from; slot < to; slot++) this.#setSlot(slot, -1);
  }

  #hasFailed(loop: number, at: number): boolean {
    return this.#blockOf(at)[(at % BLOCK) * this.#program.loops + loop] === 1;
  }

  #noteFailure(loop: number, at: number): void {
    this.#blockOf(at)[(at % BLOCK) * this.#program.loops + loop] = 1;
  }

  #blockOf(at: number): Uint8Array {
    const { again, loops } = this.#program;
    const key = again.length === 0 ? '' : again.map((group) => this.#group(group) ?? '').join('\n');
    let blocks = this.#failed.get(key);
    if (blocks === undefined) {
      if (this.#failed.size >= MOST_KEYS) this.#failed.clear();
      this.#failed.set(key, (blocks = []));
    }
    return (blocks[Math.floor(at / BLOCK)] ??= new Uint8Array(BLOCK * loops));
  }
}

type Branch = Extract<Instruction, { op: 'branch' }>;

type Assertion = Extract<Instruction, { op: 'moved' | 'behind' | 'boundary' | 'start' | 'end' }>;

const isWord = (text: string, at: number): boolean => at >= 0 && at < text.length && /\w/.test(text[at]!);
