// What build-site remembers about a destination: the record of the files that builds have written, and the journal of a
// build in progress. It is kept in a folder of the user's, never in the destination or the site.

import type { FileSystem } from '../files/file-system.ts';
import { baseName, joinPath } from '../files/paths.ts';
import { Journal, type JournalPlace, type JournalText, PHASES, type Phase } from './journal.ts';
import type { BuiltFiles } from './policy.ts';

const VERSION = 2;
const RECORD = 'record.json';

export class State implements JournalPlace {
  readonly #files: FileSystem;
  /** The destination, links resolved. */
  readonly #destination: string;
  readonly #folder: string;

  /** @param root the user's folder for all destinations */
  constructor(files: FileSystem, root: string, destination: string) {
    this.#files = files;
    this.#destination = destination;
    this.#folder = joinPath(root, folderName(destination));
  }

  /** The files that builds have written, relative to the destination; null if no build is known. */
  record(): BuiltFiles | null {
    const text = this.#text(RECORD);
    if (text === null) return null;
    try {
      const value = JSON.parse(text) as { version: number; destination: string; files: [string, number][] };
      return value.version === VERSION && value.destination === this.#destination ? new Map(value.files) : null;
    } catch {
      return null; // truncated or damaged: treated as missing
    }
  }

  /** @throws BuildError 'file-unwritable' */
  writeRecord(files: Iterable<readonly [string, number]>): void {
    const value = { version: VERSION, destination: this.#destination, files: [...files] };
    this.#replace(RECORD, JSON.stringify(value));
  }

  forget(): void {
    this.#files.remove(this.#folder);
  }

  /** The journal of an interrupted build; null if there is none, or it is unusable. */
  journal(): Journal | null {
    for (const phase of PHASES) {
      const text = this.#text(journalName(phase));
      const journal = text === null ? null : Journal.read(this, phase, text, this.#destination);
      if (journal !== null) return journal;
    }
    return null;
  }

  /** @throws BuildError 'file-unwritable' */
  beginJournal(text: JournalText): Journal {
    return Journal.begin(this, text);
  }

  begin(text: string): void {
    this.#replace(journalName('staging'), text);
  }

  enter(from: Phase, to: Phase): void {
    this.#files.rename(joinPath(this.#folder, journalName(from)), joinPath(this.#folder, journalName(to)));
  }

  end(phase: Phase): void {
    this.#files.remove(joinPath(this.#folder, journalName(phase)));
  }

  /** Writes a file atomically. */
  #replace(name: string, text: string): void {
    const draft = joinPath(this.#folder, `${name}-draft`);
    this.#files.write(draft, text);
    this.#files.rename(draft, joinPath(this.#folder, name));
  }

  #text(name: string): string | null {
    const path = joinPath(this.#folder, name);
    return this.#files.stat(path)?.kind === 'file' ? new TextDecoder().decode(this.#files.read(path)) : null;
  }
}

const journalName = (phase: Phase): string => `journal-${phase}.json`;

/**
 * The folder for a destination: its name, for humans, and a hash of its path. The files in it name their destination.
 */
function folderName(destination: string): string {
  const name = baseName(destination)
    .replace(/[^\w.-]+/g, '_')
    .slice(0, 40);
  return `${name}-${hash(destination, 0x811c9dc5)}${hash(destination, 0x01000193)}`;
}

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
function hash(text: string, start: number): string {
  let value = start;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
