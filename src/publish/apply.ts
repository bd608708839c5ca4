// Carries out or undoes the steps of a journal. Each step can be repeated: a build may be killed between any two of
// them, and the next command continues from what it finds.

import type { FileSystem } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';
import type { Journal, Step } from './journal.ts';
import { LOCK } from './names.ts';
import type { State } from './state.ts';

export interface Applied {
  /** Whether the new site is in place; otherwise the old one is. */
  readonly isNew: boolean;
  /** Old files that couldn't be removed. */
  readonly left: readonly string[];
}

/**
 * Moves the new files into place and removes the old ones. @throws whatever stopped it; the old site is then in place
 */
export function apply(files: FileSystem, state: State | null, journal: Journal): Applied {
  if (journal.phase === 'staging') journal.enter('applying');
  try {
    for (const step of journal.text.steps) forward(files, journal.text.destination, step);
    journal.enter('cleaning');
  } catch (error) {
    takeBack(files, journal);
    throw error;
  }
  return clean(files, state, journal);
}

/** Undoes what was applied. If that fails too, the journal stays, and the next command continues with it. */
function takeBack(files: FileSystem, journal: Journal): void {
  try {
    journal.enter('undoing');
    undo(files, journal);
  } catch {
    // The first error is the one to report.
  }
}

/** Finishes what an interrupted build began: the result is exactly the old tree or the new one. */
export function resume(files: FileSystem, state: State | null, journal: Journal): Applied {
  if (journal.phase === 'cleaning') return clean(files, state, journal);
  if (journal.phase === 'applying') {
    try {
      return apply(files, state, journal);
    } catch (error) {
      if (!journal.isEnded) throw error;
    }
  } else undo(files, journal);
  return { isNew: false, left: [] };
}

/** Undoes the steps and removes what was staged. */
export function undo(files: FileSystem, journal: Journal): void {
  const { destination, steps, made } = journal.text;
  if (journal.phase !== 'staging') for (const step of [...steps].reverse()) backward(files, destination, step);
  for (const { staged } of steps) if (staged !== null) files.remove(joinPath(destination, staged));
  for (const folder of [...made].reverse()) if (isEmptied(files, folder)) files.remove(folder);
  journal.end();
}

/** Whether a folder is empty except for this build's lock. */
const isEmptied = (files: FileSystem, folder: string): boolean =>
  [...files.entries(folder).keys()].every((name) => name === LOCK);

/** Records the new site and removes the old files. */
function clean(files: FileSystem, state: State | null, journal: Journal): Applied {
  const { destination, steps } = journal.text;
  const left: string[] = [];
  for (const { path, aside } of steps) {
    try {
      if (aside !== null) files.remove(joinPath(destination, aside));
    } catch {
      left.push(path);
    }
  }
  try {
    state?.writeRecord(journal.text.record);
    journal.end();
  } catch {
    // The journal stays, and the next command finishes it.
  }
  return { isNew: true, left };
}

function forward(files: FileSystem, destination: string, step: Step): void {
  const path = joinPath(destination, step.path);
  const staged = step.staged === null ? null : joinPath(destination, step.staged);
  if (staged !== null && files.entry(staged) === null) return; // already done
  if (step.aside !== null) {
    const aside = joinPath(destination, step.aside);
    if (files.entry(aside) === null && files.entry(path) !== null) {
      if (!(step.isSwap && files.linkFile(path, aside))) files.rename(path, aside);
    }
  }
  if (staged !== null) files.rename(staged, path);
}

function backward(files: FileSystem, destination: string, { path: name, staged, aside }: Step): void {
  const path = joinPath(destination, name);
  if (aside === null) {
    if (staged !== null && files.entry(joinPath(destination, staged)) === null) files.remove(path);
    return;
  }
  const old = joinPath(destination, aside);
  const entry = files.entry(old);
  if (entry === null) return; // never moved, or already back
  const there = files.entry(path);
  if (there?.id === entry.id) {
    files.remove(old); // a second name of a file that kept its first
    return;
  }
  if (there !== null && (there.kind === 'directory' || entry.kind === 'directory')) files.remove(path);
  files.rename(old, path);
}
