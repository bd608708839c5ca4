// The journal of a build that is publishing: its steps, and how far it has come. It is kept outside the destination, so
// that the next command can finish or undo an interrupted build.

import { baseName, dirName } from '../files/paths.ts';
import { isTemporary } from './names.ts';

/**
 * Staging: new files are written beside their targets. Applying: all are written and are moved into place. Undoing: a
 * step failed, and its predecessors are reverted. Cleaning: the new site is in place; old files are removed.
 */
export type Phase = 'staging' | 'applying' | 'undoing' | 'cleaning';
export const PHASES: readonly Phase[] = ['staging', 'applying', 'undoing', 'cleaning'];

/** Paths are relative to the destination; temporary names are in the same folder as `path`. */
export interface Step {
  readonly path: string;
  /** A file replaces a file: the old one may have two names for a moment, so that readers never find it missing. */
  readonly isSwap: boolean;
  /** Where the new file or folder is written first; null if nothing is written. */
  readonly staged: string | null;
  /** Where the old one is kept until the new site is in place; null if there was none. */
  readonly aside: string | null;
}

export interface JournalText {
  readonly destination: string;
  /** Folders created for the destination, outermost first. */
  readonly made: readonly string[];
  readonly steps: readonly Step[];
  /** The record after this build: all files written by builds, with their sizes. */
  readonly record: readonly (readonly [string, number])[];
}

const VERSION = 2;

/** Where a journal is stored: on disk, or only in memory if no folder is writable. */
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

  /** Nothing is left to do. */
  get isEnded(): boolean {
    return this.#phase === 'ended';
  }

  /** @throws BuildError 'file-unwritable' */
  static begin(place: JournalPlace | null, text: JournalText): Journal {
    place?.begin(JSON.stringify({ version: VERSION, ...text }));
    return new Journal(place, text, 'staging');
  }

  /** The journal of an interrupted build; null if it is for another destination, or broken. */
  static read(place: JournalPlace, phase: Phase, json: string, destination: string): Journal | null {
    const text = parse(json, destination);
    return text === null ? null : new Journal(place, text, phase);
  }

  /** A single rename, so that a phase has either begun or not. */
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

/** Whether a step stays in the destination and moves only files that belong to a build. */
function isSafe({ path, staged, aside }: Step): boolean {
  if (path.startsWith('/') || path.split('/').some((name) => ['', '.', '..'].includes(name))) return false;
  return [staged, aside].every(
    (name) => name === null || (dirName(name) === dirName(path) && isTemporary(baseName(name))),
  );
}
