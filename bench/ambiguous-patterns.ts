/**
 * Patterns that can match a string in more ways than it has characters. Several copies of a pattern's automaton are
 * walked at once, which finds both shapes (Weber and Seidl, 1991): a state to which the same string leads back in two
 * ways (exponential), and two states, where the same string leads from each back to itself and from the first to the
 * second (quadratic and worse). Look-arounds count as always true, so there are false alarms: the string that was found
 * has to be tried.
 */
import { createContext, runInContext } from 'node:vm';
import { type Instruction, programOf } from '../src/regex/program.ts';

/** A string that the pattern starts with, and one to repeat where it can be matched in many ways. */
export interface Attack {
  readonly start: string;
  readonly piece: string;
  readonly grows: 'exponentially' | 'polynomially';
}

type State = number;
/** A character instruction. */
const isState = (step: Instruction) => step.op === 'character';
/** What stands for all characters but ASCII. */
const OTHER = 128;
/** Letters before punctuation, and the others last: a set may not accept all of them. */
const CODES = [97, ...Array.from({ length: OTHER }, (_, i) => (i + 48) % OTHER), OTHER];
const TOO_MANY = 20_000;

export function attackOn(source: string, flags: string): Attack | null {
  return new Automaton(source, flags).attack();
}

class Automaton {
  readonly #steps: readonly Instruction[];
  /** The states that may follow an instruction, one entry for each way. */
  readonly #ways = new Map<number, State[]>();
  readonly #reachable = new Map<State, Set<State>>();

  constructor(source: string, flags: string) {
    this.#steps = programOf(source, flags).instructions;
  }

  attack(): Attack | null {
    const states = this.#steps.flatMap((step, at) => (isState(step) ? [at] : []));
    const loops = states.filter((state) => this.#reaches(state, state));
    const found = (state: State, piece: string | null, grows: Attack['grows']): Attack | null =>
      piece === null ? null : { start: this.#start(state), piece, grows };
    for (const p of loops) {
      const attack = found(p, this.#twoWays(p), 'exponentially');
      if (attack !== null) return attack;
    }
    for (const p of loops)
      for (const q of loops) {
        const piece = p !== q && this.#reaches(p, q) ? this.#copies([p, p, q], [p, q, q]) : null;
        if (piece !== null) return found(p, piece, 'polynomially');
      }
    return null;
  }

  /** A string with which a state returns to itself in two ways. */
  #twoWays(p: State): string | null {
    const ways = this.#after(p).filter((state) => this.#reaches(state, p));
    const twice = ways.find((state, i) => ways.indexOf(state) !== i);
    if (twice !== undefined) return this.#character([p]) + this.#between(twice, p);
    for (const [i, a] of ways.entries())
      for (const b of ways.slice(i + 1)) {
        const piece = a === p && b === p ? '' : this.#copies([a, b], [p, p]);
        if (piece !== null) return this.#character([p]) + piece;
      }
    return null;
  }

  /** A string that leads each copy from its state to its target; null if there isn't one. */
  #copies(from: readonly State[], to: readonly State[]): string | null {
    const seen = new Set<string>();
    const queue: [states: readonly State[], text: string][] = [[from, '']];
    for (let next = queue.shift(); next !== undefined && seen.size < TOO_MANY; next = queue.shift()) {
      const [states, text] = next;
      const character = this.#character(states);
      if (character === '') continue;
      let heads: State[][] = [[]];
      for (const [i, state] of states.entries()) {
        const after = [...new Set(this.#after(state))].filter((s) => s === to[i] || this.#reaches(s, to[i]!));
        heads = heads.flatMap((head) => after.map((state) => [...head, state]));
      }
      for (const head of heads) {
        if (head.every((state, i) => state === to[i])) return text + character;
        const key = head.join();
        if (seen.has(key)) continue;
        seen.add(key);
        queue.push([head, text + character]);
      }
    }
    return null;
  }

  #after(state: State): readonly State[] {
    return this.#waysFrom(state + 1);
  }

  #waysFrom(at: number): readonly State[] {
    const known = this.#ways.get(at);
    if (known !== undefined) return known;
    const ways: State[] = [];
    const path = new Set<number>();
    const walk = (at: number): void => {
      const step = this.#steps[at]!;
      if (ways.length > 500 || path.has(at) || step.op === 'match') return;
      if (isState(step)) {
        ways.push(at);
        return;
      }
      path.add(at);
      if (step.op === 'branch') for (const next of [step.first, step.second]) walk(next);
      else walk(step.op === 'jump' || step.op === 'look' ? step.to : at + 1);
      path.delete(at);
    };
    walk(at);
    this.#ways.set(at, ways);
    return ways;
  }

  /** Whether a string of at least one character leads from one state to the other. */
  #reaches(from: State, to: State): boolean {
    let reachable = this.#reachable.get(from);
    if (reachable === undefined) {
      reachable = new Set();
      const queue = [...this.#after(from)];
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        if (reachable.has(next)) continue;
        reachable.add(next);
        queue.push(...this.#after(next));
      }
      this.#reachable.set(from, reachable);
    }
    return reachable.has(to);
  }

  #start(to: State): string {
    return this.#waysFrom(0).includes(to) ? '' : this.#path(this.#waysFrom(0), to);
  }

  #between(from: State, to: State): string {
    return from === to ? '' : this.#path([from], to);
  }

  #path(from: readonly State[], to: State): string {
    const before = new Map<State, string>(from.map((state) => [state, '']));
    for (const [state, text] of before) {
      if (state === to) return text;
      for (const next of this.#after(state)) if (!before.has(next)) before.set(next, text + this.#character([state]));
    }
    return '';
  }

  /** A character that all the states accept; '' if there isn't one. */
  #character(states: readonly State[]): string {
    const sets = states.map((state) => (this.#steps[state] as Instruction & { op: 'character' }).of.flags);
    const code = CODES.find((code) => sets.every((flags) => flags[code] === 1));
    if (code !== undefined) return code === OTHER ? 'é' : String.fromCharCode(code);
    return '';
  }
}

/** Ends that most patterns don't go on with. */
const ENDS = ['', 'x', '\n', '\x01', '(', ' ', ';x'];
const TIMEOUT = 150;

/** Whether the time for one attempt at an attack of this length grows too fast. */
export function succeeds(pattern: RegExp, { start, piece, grows }: Attack): boolean {
  const attack = start + piece.repeat(grows === 'exponentially' ? 30 : 5000);
  // Twice, since the machine may have been busy.
  return ENDS.some((end) => timesOut(pattern, attack + end) && timesOut(pattern, attack + end));
}

function timesOut(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  try {
    runInContext('pattern.exec(text)', createContext({ pattern, text }), { timeout: TIMEOUT });
    return false;
  } catch {
    return true;
  }
}
