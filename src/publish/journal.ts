// The journal of a build that is publishing: what it does, step by step, and how far it has come. It is outside of the
// destination, so that the next command can finish or undo the work of a build that was interrupted.

import { baseName, dirName } from '../files/paths.ts';
import { isTemporary } from './names.ts';

/**
 * How far a build has come. Staging: new files are written beside their targets. Applying: all are written, and take their
 * places. Undoing: a step failed, and what was done is taken back. Cleaning: the new site stands; the old files are removed.
 */
export type Phase = 'staging' | 'applying' | 'undoing' | 'cleaning';
export const PHASES: readonly Phase[] = ['staging', 'applying', 'undoing', 'cleaning'];

/** Paths are relative to the destination; temporary names are in the folder of `path`. */
export interface Step {
  readonly path: string;
  /** The old one is a file that a file replaces: it can have two names for a moment, so that readers never miss it. */
  readonly isSwap: boolean;
  /** Where the new file or folder is written first; null if there is none. */
  readonly staged: string | null;
  /** Where the old one is kept until the new site stands; null if there is none. */
  readonly aside: string | null;
}

export interface JournalText {
  readonly destination: string;
  /** Folders that were made for the destination, uppermost first. */
  readonly made: readonly string[];
  readonly steps: readonly Step[];
  /** The record after this build: the files that builds have written. */
  readonly record: readonly (readonly [string, number])[];
}

const VERSION = 2;

/** Where a journal is kept: on the disk, or only in memory if no folder can be written to. */
export interface JournalPlace {
  begin(text: string): void;
  enter(from: Phase, to: Phase): void;
  end(phase: Phase): void;
}

export class Journal {
  readonly text: JournalText;
  #phase: Phase | 'ended';
  readonly #place: JournalPlace | null;

  private constructor(place: JournalPlace | null, text: JournalText, phase: Phase) {
    this.#place = place;
    this.text = text;
    this.#phase = phase;
  }

  get phase(): Phase | 'ended' {
    return this.#phase;
  }

  /** Nothing is left to be done. */
  get isEnded(): boolean {
    return this.#phase === 'ended';
  }

  /** @throws BuildError 'file-unwritable' */
  static begin(place: JournalPlace | null, text: JournalText): Journal {
    place?.begin(JSON.stringify({ version: VERSION, ...text }));
    return new Journal(place, text, 'staging');
  }

  /** What an interrupted build has left; null if it isn't for this destination, or is broken. */
  static read(place: JournalPlace, phase: Phase, json: string, destination: string): Journal | null {
    const text = parse(json, destination);
    return text === null ? null : new Journal(place, text, phase);
  }

  /** One rename, so that a phase has begun or has not. */
  enter(phase: Phase): void {
    if (this.#phase !== 'ended') this.#place?.enter(this.#phase, phase);
    this.#phase = phase;
  }

  end(): void {
    if (this.#phase !== 'ended') this.#place?.end(this.#phase);
    this.#phase = 'ended';
  }
}

function parse(text: string, destination: string): JournalText | null {
  let value: JournalText & { version?: number };
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const isOurs = value.version === VERSION && value.destination === destination;
  return isOurs && value.steps.every(isSafe) ? value : null;
}

/** Whether a step stays in the destination and moves only what is a build's. */
function isSafe({ path, staged, aside }: Step): boolean {
  if (path.startsWith('/') || path.split('/').some((name) => ['', '.', '..'].includes(name))) return false;
  return [staged, aside].every(
    (name) => name === null || (dirName(name) === dirName(path) && isTemporary(baseName(name))),
  );
}
