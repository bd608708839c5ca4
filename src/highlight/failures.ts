import type { Horizon } from './horizon.ts';
import type { Characters, Gate } from './shape.ts';

/** Where a rule has failed, and so needn't be tried again: `from` to before `until`. */
interface Stretch {
  from: number;
  until: number;
}

/** A pattern's own run is remembered from this length on: it costs little to try a shorter one again. */
const LONG = 16;

/** What a rule remembers of its failures in the text that is read. */
export class Failures {
  readonly #gate: Gate | null;
  readonly #horizon: Horizon | null;
  #text = '';
  readonly #atGate: Stretch = { from: 0, until: 0 };
  /** By the groups of the head, where the tail repeats them. */
  readonly #beyond = new Map<string, Stretch>();

  constructor(gate: Gate | null, horizon: Horizon | null) {
    this.#gate = gate;
    this.#horizon = horizon;
  }

  /** Whether the rule is known to fail here. */
  covers(text: string, at: number): boolean {
    if (at < this.#atGate.until && at >= this.#atGate.from && text === this.#text) return true;
    if (this.#beyond.size === 0 || text !== this.#text) return false;
    const horizon = this.#horizon!;
    const stretch = this.#beyond.get(horizon.repeats ? (keyOf(horizon.head!, text, at) ?? '') : '');
    return stretch !== undefined && at < stretch.until && at >= stretch.from;
  }

  /** The rule has failed here. */
  note(text: string, at: number): void {
    if (text !== this.#text) {
      this.#text = text;
      this.#atGate.until = 0;
      this.#beyond.clear();
    }
    if (this.#gate !== null) this.#noteGate(this.#gate, text, at);
    if (this.#horizon !== null) this.#noteHorizon(this.#horizon, text, at);
  }

  #noteGate(gate: Gate, text: string, at: number): void {
    const end = skip(gate.run, text, at);
    if (end < text.length && gate.stop[Math.min(text.charCodeAt(end), 128)] === 1) return;
    this.#atGate.from = at;
    this.#atGate.until = end;
  }

  #noteHorizon({ head, stops, repeats }: Horizon, text: string, at: number): void {
    const key = head === null ? '' : keyOf(head, text, at);
    if (key === null) return;
    const from = head === null ? at : head.lastIndex;
    let until = text.length;
    if (stops !== null) {
      until = from;
      while (until < text.length && stops[Math.min(text.charCodeAt(until), 128)] === 0) until++;
    }
    if (head !== null) this.#remember(repeats ? key : '', from, until + 1);
    else if (until - from >= LONG) this.#remember('', from, until);
  }

  #remember(key: string, from: number, until: number): void {
    const known = this.#beyond.get(key);
    if (known !== undefined && known.from <= from && from <= known.until) known.until = Math.max(known.until, until);
    else this.#beyond.set(key, { from, until });
  }
}

/** The groups of the head's match, as one text; null where it doesn't match. */
function keyOf(head: RegExp, text: string, at: number): string | null {
  head.lastIndex = at;
  const match = head.exec(text);
  return match === null ? null : match.slice(1).join('\n');
}

function skip(run: Characters, text: string, from: number): number {
  let at = from;
  while (at < text.length && run[Math.min(text.charCodeAt(at), 128)] === 1) at++;
  return at;
}
