// What build-site remembers of a destination: the record of the files that builds have written, and the journal of a build
// that is publishing. It is kept in a folder of the user's, never in the destination or the site.

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

  /** @param root a folder of the user's for all destinations */
  constructor(files: FileSystem, root: string, destination: string) {
    this.#files = files;
    this.#destination = destination;
    this.#folder = joinPath(root, folderName(destination));
  }

  /** The files that builds have written here, relative to the destination; null if no build is known. */
  record(): BuiltFiles | null {
    const text = this.#text(RECORD);
    if (text === null) return null;
    try {
      const value = JSON.parse(text) as { version: number; destination: string; files: [string, number][] };
      return value.version === VERSION && value.destination === this.#destination ? new Map(value.files) : null;
    } catch {
      return null; // cut off or damaged: as if there were none
    }
  }

  /** @throws BuildError 'file-unwritable' */
  writeRecord(files: Iterable<readonly [string, number]>): void {
    const value = { version: VERSION, destination: this.#destination, files: [...files] };
    this.#replace(RECORD, JSON.stringify(value));
  }

  /** Forgets the destination. */
  forget(): void {
    this.#files.remove(this.#folder);
  }

  /** The journal that an interrupted build has left; null if there is none that can be used. */
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

  /** Writes a file, all of it or nothing. */
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

/** A destination's folder: its name, to be recognised by, and a hash of its path. The files say whose they are. */
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
