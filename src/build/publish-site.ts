// Publishes a site's outputs to its destination.

import type { Debug } from '../diagnostics/debug.ts';
import type { Configured } from '../engine/configure.ts';
import type { Target } from '../engine/target.ts';
import type { Outputs } from '../publish/output.ts';
import { type Change, makePlan, type Plan } from '../publish/plan.ts';
import { checkOutputs, type Destination, type Publication, publish, recover } from '../publish/publish.ts';
import { isPartOfSource, openDestination, policyOf } from './destination.ts';
import type { BuildOptions, BuildResult, Planned } from './options.ts';

type Published = Pick<BuildResult, 'written' | 'unchanged' | 'planned' | 'dotFiles'>;

/** The site's destination on this machine: a folder that changes in one step. */
export const destinationFolder = (options: BuildOptions): Target<Published> => ({
  async open(configured, report) {
    const destination = openDestination(configured, options, report);
    const isDryRun = options.dryRun === true;
    if (!isDryRun) await recover(destination);
    return {
      isDryRun,
      write: (outputs, onObsolete) => publishOutputs(outputs, onObsolete, configured, destination, options),
    };
  },
});

/** @throws BuildError; the destination is then unchanged */
async function publishOutputs(
  outputs: Outputs,
  onObsolete: (paths: readonly string[]) => void,
  configured: Configured,
  destination: Destination,
  options: BuildOptions,
): Promise<Published> {
  const isDryRun = options.dryRun === true;
  const input: Publication = {
    ...destination,
    outputs,
    keep: configured.config.known.keepFiles,
    isPartOfSource: isPartOfSource(configured),
    onPlan: (plan) => onObsolete(plannedBy(plan).removed),
    policy: (holdsOutputs) => policyOf(configured, destination, { force: options.force === true, holdsOutputs }),
  };
  const work = async (signal?: AbortSignal): Promise<Plan> => {
    if (!isDryRun) return await publish({ ...input, signal });
    checkOutputs(input);
    return makePlan(input);
  };
  const plan = await (options.whileWriting?.(work) ?? work());
  const planned = plannedBy(plan);
  listPlanned(planned, options.debug);
  return {
    written: outputs.size - plan.unchanged,
    unchanged: plan.unchanged,
    planned,
    dotFiles: [...outputs.keys()].filter((path) => /(?:^|\/)\./.test(path)),
  };
}

/** The changes of a plan, for people. */
export function plannedBy({ changes, foreign }: Plan): Planned {
  const pathsOf = ({ path, old, next }: Change): string[] => {
    if (next === null) return [old === 'directory' ? `${path}/` : path];
    return Array.isArray(next) ? next.map((output) => output.path) : [path];
  };
  const of = (wanted: (change: Change) => boolean): string[] => changes.filter(wanted).flatMap(pathsOf);
  return {
    added: of(({ next, old }) => next !== null && old === null),
    changed: of(({ next, old }) => next !== null && old !== null),
    removed: of(({ next }) => next === null),
    foreign,
  };
}

function listPlanned({ added, changed, removed, foreign }: Planned, debug: Debug): void {
  if (debug === undefined) return;
  for (const path of added) debug('write', `${path} is added`);
  for (const path of changed) debug('write', `${path} is changed`);
  for (const path of removed) debug('write', `${path} is removed`);
  for (const path of foreign) debug('write', `${path} is left, since no build wrote it`);
}
