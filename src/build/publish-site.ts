// From a rendered site to its destination.

import { type Change, makePlan, type Plan } from '../publish/plan.ts';
import { checkOutputs, type Destination, type Publication, publish } from '../publish/publish.ts';
import type { Site } from '../site/site.ts';
import { siteOutputs } from '../site/write.ts';
import type { Configured } from './configure.ts';
import { isPartOfSource, policyOf } from './destination.ts';
import type { BuildOptions, BuildResult, Planned } from './options.ts';

type Published = Pick<BuildResult, 'written' | 'unchanged' | 'planned' | 'dotFiles'>;

/** @throws BuildError; the destination is then as it was */
export async function publishSite(
  site: Site,
  configured: Configured,
  destination: Destination,
  options: BuildOptions,
): Promise<Published> {
  const outputs = siteOutputs(site);
  const isDryRun = options.dryRun === true;
  const input: Publication = {
    ...destination,
    outputs,
    keep: site.config.list('keep_files'),
    isPartOfSource: isPartOfSource(configured),
    policy: (holdsOutputs) => policyOf(configured, destination, { force: options.force === true, holdsOutputs }),
  };
  const work = async (signal?: AbortSignal): Promise<Plan> => {
    if (!isDryRun) return await publish({ ...input, signal });
    checkOutputs(input);
    return makePlan(input);
  };
  const plan = await (options.whileWriting?.(work) ?? work());
  if (!isDryRun) site.hooks.triggerSite('post_write', site);
  return {
    written: outputs.size - plan.unchanged,
    unchanged: plan.unchanged,
    planned: plannedBy(plan),
    dotFiles: [...outputs.keys()].filter((path) => /(?:^|\/)\./.test(path)),
  };
}

/** What a plan does, for people. */
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
