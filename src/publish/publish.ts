// Publishes a site: the destination changes to the new build in one step, or stays as it was. First comes a plan, which
// changes nothing; then the new files, written beside their targets; then renames, which a journal lets the next
// command finish or undo.

import { BuildError, type Report } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../files/file-system.ts';
import { dirName, joinPath } from '../files/paths.ts';
import { type Applied, apply, resume, undo } from './apply.ts';
import { caseTwins } from './case-twins.ts';
import { Journal } from './journal.ts';
import { Lock, type Processes } from './lock.ts';
import { checkNames, checkSources, isLockDraft, LOCK, runId } from './names.ts';
import { bytesOf, type Output } from './output.ts';
import { makePlan, type Plan, type PlanInput } from './plan.ts';
import { someOf } from './policy.ts';
import { stage, stepsOf } from './stage.ts';
import type { State } from './state.ts';

/** A folder that builds publish to. */
export interface Destination {
  readonly files: FileSystem;
  /** Absolute, links resolved. */
  readonly destination: string;
  /** Where the record and the journal are kept; null if no folder is writable. */
  readonly state: State | null;
  /** Null if nobody else can write there (files in memory). */
  readonly processes: Processes | null;
  readonly report: Report;
}

export interface Publication extends Destination, PlanInput {
  /** Stops the build while it writes; the old site then stays. */
  readonly signal?: AbortSignal | undefined;
  /** Called before the plan is carried out. */
  onPlan?(plan: Plan): void;
}

/** How long files are written before signals are handled, in milliseconds. */
const STRETCH = 50;

/**
 * @returns the plan that was carried out
 * @throws BuildError if the site can't be published; the destination is then unchanged
 */
export async function publish(input: Publication): Promise<Plan> {
  const { files, destination } = input;
  checkOutputs(input);
  const made = missingFolders(files, destination);
  files.makeFolder(destination);
  const run = runId();
  const lock = await take(input, run);
  try {
    finishEarlier(input);
    const plan = makePlan(input);
    input.onPlan?.(plan);
    const twins = caseTwins(files, destination, input.outputs);
    if (twins !== null) input.report(twins);
    if (plan.foreign.length > 0) reportForeign(input, plan.foreign);
    if (plan.changes.length > 0) await carryOut(input, plan, { run, made, lock });
    else input.state?.writeRecord(recordAfter(input, plan));
    return plan;
  } finally {
    lock?.release();
  }
}

/** @throws BuildError for an invalid file name, or a source that can't be read */
export function checkOutputs({ files, destination, outputs }: PlanInput): void {
  checkNames(outputs, destination);
  checkSources(outputs, files);
}

/** Finishes or undoes an interrupted build. Every command calls this first. */
export async function recover(input: Destination): Promise<void> {
  const { files, destination, state } = input;
  if (state === null) return;
  const isThere = files.stat(destination)?.kind === 'directory';
  const hasJournal = state.journal() !== null;
  if (!isThere) {
    if (hasJournal) state.forget();
    return;
  }
  const hasLock = [...files.entries(destination).keys()].some((name) => name.startsWith(LOCK));
  if (!hasJournal && !hasLock) return;
  const lock = await take(input, runId());
  try {
    finishEarlier(input);
    for (const name of files.entries(destination).keys()) {
      if (isLockDraft(name)) files.remove(joinPath(destination, name));
    }
  } finally {
    lock?.release();
  }
}

/** Locks an existing destination; null if there are no other processes. */
export async function take({ files, processes, destination, report }: Destination, run: string): Promise<Lock | null> {
  return processes === null ? null : await Lock.take(files, processes, destination, run, report);
}

/** Must be called with the lock held. */
export function finishEarlier(input: Destination): void {
  const { files, state, destination, report } = input;
  const journal = state?.journal() ?? null;
  if (journal === null) return;
  const applied = resume(files, state, journal);
  report({
    code: 'interrupted-build',
    severity: 'warning',
    message: `An earlier build was interrupted while it wrote to ${destination}: ${applied.isNew ? 'its site was completed' : 'its changes were undone'}.`,
  });
  reportLeft(input, applied);
}

interface Run {
  readonly run: string;
  readonly made: readonly string[];
  readonly lock: Lock | null;
}

async function carryOut(input: Publication, plan: Plan, { run, made, lock }: Run): Promise<void> {
  const { files, destination, state } = input;
  const steps = stepsOf(plan.changes, run);
  const journal = Journal.begin(state, { destination, made, steps, record: recordAfter(input, plan) });
  try {
    await stage(files, destination, plan.changes, steps, pauses(input, lock));
    if (lock !== null && !lock.isHeld) throw lostLock(destination);
  } catch (error) {
    try {
      undo(files, journal);
    } catch {
      // The first error is the one to report; the journal stays, and the next command undoes the rest.
    }
    throw error;
  }
  reportLeft(input, apply(files, state, journal));
}

/** Handles signals, and shows other builds that this one is alive. */
function pauses({ processes, signal }: Publication, lock: Lock | null): () => Promise<void> | null {
  if (processes === null) return () => null;
  let from = processes.now();
  return () => {
    if (processes.now() - from < STRETCH) return null;
    lock?.touch();
    return processes.wait(0).then(() => {
      from = processes.now();
      if (signal?.aborted === true) throw interrupted();
    });
  };
}

/** The record after this plan: its outputs, and kept files that earlier builds wrote. */
function recordAfter({ files, destination, outputs, state }: Publication, { changes }: Plan): [string, number][] {
  const record = [...outputs.values()].map((output): [string, number] => [output.path, sizeOf(files, output)]);
  const removed = new Set(changes.map(({ path }) => path));
  for (const [path, size] of state?.record() ?? []) {
    if (outputs.has(path) || isBelow(path, removed)) continue;
    if (files.entry(joinPath(destination, path)) !== null) record.push([path, size]);
  }
  return record;
}

function sizeOf(files: FileSystem, output: Output): number {
  return output.copyOf === null ? bytesOf(output).length : (files.stat(output.copyOf)?.size ?? 0);
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let folder = path; folder !== '.'; folder = dirName(folder)) if (folders.has(folder)) return true;
  return false;
}

/** The missing folders of a path, outermost first. */
function missingFolders(files: FileSystem, path: string): string[] {
  const missing: string[] = [];
  for (let folder = path; files.stat(folder) === null && folder !== dirName(folder); folder = dirName(folder)) {
    missing.unshift(folder);
  }
  return missing;
}

function reportForeign({ destination, report }: Destination, foreign: readonly string[]): void {
  report({
    code: 'destination-foreign-files',
    severity: 'warning',
    message: `${destination} holds files that no build made, or that were changed since; they are kept: ${someOf(foreign)}.`,
    hint: 'List them under `keep_files:` to keep them without this warning, or remove them with --force.',
  });
}

function reportLeft({ destination, report }: Destination, { left }: Applied): void {
  if (left.length === 0) return;
  report({
    code: 'destination-leftovers',
    severity: 'warning',
    message: `The site is written, but old files in ${destination} can't be removed: ${someOf(left)}.`,
    hint: 'Check their owner and mode. The next build tries again; until then they are in entries that begin with .build-site-.',
  });
}

const interrupted = (): BuildError =>
  new BuildError({ code: 'interrupted', message: 'Interrupted: the site is unchanged.' });

const lostLock = (destination: string): BuildError =>
  new BuildError({
    code: 'destination-busy',
    message: `Another build took over ${destination}, since this one was inactive for too long. Nothing was written.`,
    hint: 'Build again.',
  });
