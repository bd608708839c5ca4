import type { Characters } from './characters.ts';
import type { Instruction, Program } from './program.ts';

// What a frame of the stack stands for: a place to go on at; the same at the head of a loop, which has failed then; a
// loop that has failed; a slot's former value.
const BRANCH = 0;
const LOOP = 1;
const FAILED = 2;
const SLOT = 3;

/** Failures are kept in blocks of so many places. */
const BLOCK = 1024;
/** For so many texts of groups failures are kept; then they are forgotten, as they take memory. */
const MOST_KEYS = 64;

/**
 * Matches as the pattern itself does, but remembers where each of its repetitions has failed, so that nothing is looked
 * at twice: all failures in a text together cost no more than its length times the pattern's. (Whether a match can go on
 * from a place depends on nothing but the place, and the groups whose text the pattern asks for again.) Where a pattern
 * looks at everything once anyway, JavaScript's own is many times as fast.
 */
export class Matcher {
  /** How many instructions the last match took. */
  steps = 0;
  readonly #program: Program;
  readonly #instructions: readonly Instruction[];
  readonly #unicode: boolean;
  readonly #ignoreCase: boolean;
  readonly #text: string;
  /** A flag for each place and loop, in blocks, by the texts that are asked for again. */
  readonly #failed = new Map<string, Uint8Array[]>();
  readonly #slots: number[];
  /** Two numbers a frame: an instruction or slot with the kind of the frame, and a place. */
  readonly #frames: number[] = [];

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

  /** The end of a match of what begins at an instruction; -1 where there is none. */
  #run(instruction: number, place: number): number {
    const base = this.#frames.length;
    const text = this.#text;
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
        case 'moved':
          fails = this.#slots[step.slot] === at;
          break;
        case 'look':
          this.#keep(step.slots);
          fails = this.#run(next, at) >= 0 === step.negative;
          next = step.to;
          break;
        case 'behind':
          fails = this.#isBehind(step.of, at) === step.negative;
          break;
        case 'again': {
          const length = this.#repeated(step.group, at);
          fails = length < 0;
          at += length;
          break;
        }
        case 'boundary':
          fails = (isWord(text, at - 1) !== isWord(text, at)) === step.negative;
          break;
        case 'start':
          fails = at > 0;
          break;
        case 'end':
          fails = at < text.length;
          break;
        case 'match':
          this.#frames.length = base;
          return at;
      }
      if (!fails) continue;
      // Back to the last branch that is left.
      for (;;) {
        if (this.#frames.length === base) return -1;
        at = this.#frames.pop()!;
        const frame = this.#frames.pop()!;
        const kind = frame % 4;
        const of = (frame - kind) / 4;
        if (kind === SLOT) this.#slots[of] = at;
        else if (kind === FAILED) this.#noteFailure((this.#instructions[of] as Branch).loop, at);
        else {
          if (kind === LOOP) this.#frames.push(of * 4 + FAILED, at);
          next = (this.#instructions[of] as Branch).second;
          break;
        }
      }
    }
  }

  /** The length of the character at a place, where it is one of these; otherwise 0. */
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

  /** The length of a group's text where it stands again; -1 where it doesn't. */
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

type Branch = Instruction & { op: 'branch' };

const isWord = (text: string, at: number): boolean => at >= 0 && at < text.length && /\w/.test(text[at]!);
