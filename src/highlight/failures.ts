import type { Horizon } from './horizon.ts';
import type { Characters, Gate } from './shape.ts';

/** Where a rule has failed, and so needn't be tried again: `from` to before `until`. */
interface Stretch {
  from: number;
  until: number;
}

/** A pattern's own run is remembered from this length on: it costs little to try a shorter one again. */
const LONG = 16;

/** A horizon, and what has failed up to it: by the groups of the head, where the tail repeats them. */
interface Beyond {
  readonly horizon: Horizon;
  readonly stretches: Map<string, Stretch>;
}

/** What a rule remembers of its failures in the text that is read. */
export class Failures {
  readonly #gate: Gate | null;
  readonly #beyond: readonly Beyond[];
  #text = '';
  readonly #atGate: Stretch = { from: 0, until: 0 };
  #isAnyBeyond = false;

  constructor(gate: Gate | null, horizons: readonly Horizon[]) {
    this.#gate = gate;
    this.#beyond = horizons.map((horizon) => ({ horizon, stretches: new Map() }));
  }

  /** Whether the rule is known to fail here. */
  covers(text: string, at: number): boolean {
    if (at < this.#atGate.until && at >= this.#atGate.from && text === this.#text) return true;
    if (!this.#isAnyBeyond || text !== this.#text) return false;
    for (const { horizon, stretches } of this.#beyond) {
      if (stretches.size === 0) continue;
      const stretch = stretches.get(horizon.repeats ? (keyOf(horizon.head!, text, at) ?? '') : '');
      if (stretch !== undefined && at < stretch.until && at >= stretch.from) return true;
    }
    return false;
  }

  /** The rule has failed here. */
  note(text: string, at: number): void {
    if (text !== this.#text) {
      this.#text = text;
      this.#atGate.until = 0;
      this.#isAnyBeyond = false;
      for (const { stretches } of this.#beyond) stretches.clear();
    }
    if (this.#gate !== null) this.#noteGate(this.#gate, text, at);
    for (const beyond of this.#beyond) this.#noteHorizon(beyond, text, at);
  }

  #noteGate(gate: Gate, text: string, at: number): void {
    const end = skip(gate.run, text, at);
    if (end < text.length && gate.stop[Math.min(text.charCodeAt(end), 128)] === 1) return;
    this.#atGate.from = at;
    this.#atGate.until = end;
  }

  #noteHorizon({ horizon: { head, stops, repeats }, stretches }: Beyond, text: string, at: number): void {
    const key = head === null ? '' : keyOf(head, text, at);
    if (key === null) return;
    const from = head === null ? at : head.lastIndex;
    let until = text.length;
    if (stops !== null) {
      until = from;
      while (until < text.length && stops[Math.min(text.charCodeAt(until), 128)] === 0) until++;
    }
    if (head === null && until - from < LONG) return;
    this.#isAnyBeyond = true;
    // A pattern with a head can't begin with what ends its run; one that is all run can.
    remember(stretches, repeats ? key : '', from, head === null ? until : until + 1);
  }
}

/** Failures that follow one another count together. */
function remember(stretches: Map<string, Stretch>, key: string, from: number, until: number): void {
  const known = stretches.get(key);
  if (known !== undefined && known.from <= from && from <= known.until) known.until = Math.max(known.until, until);
  else stretches.set(key, { from, until });
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
