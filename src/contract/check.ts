// Checks a declaration when it is loaded: a misspelt event or part would otherwise never run, and nobody would know why.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { closest } from '../text/closest.ts';
import { HOOK_EVENTS } from './hooks.ts';
import type { PluginParts } from './parts.ts';
import { PLUGIN_API, type Plugin } from './plugin.ts';
import { PRIORITY } from './priority.ts';

const PARTS = ['generators', 'hooks', 'tags', 'filters', 'converters', 'prepare'];
const DEFINITION = ['api', 'name', 'options', 'perBuild', ...PARTS];

/** @throws BuildError if it is written for another version of the contract, or has a key that isn't part of it */
export function checkPlugin(plugin: Plugin): void {
  const { api, name } = plugin as { readonly api: unknown; readonly name: unknown };
  if (typeof name !== 'string' || name === '') throw refused('A plugin has no name', "Write `name: 'my-plugin'`.");
  if (api !== PLUGIN_API) {
    throw refused(
      `The plugin ${name} is written for version ${String(api)} of the plugin API; this is version ${PLUGIN_API}`,
      api === undefined ? `Write \`api: ${PLUGIN_API}\`.` : 'Use a version of the plugin that is written for it.',
    );
  }
  checkNames(name, 'part', Object.keys(plugin), DEFINITION);
  checkParts(name, plugin);
}

/** @throws BuildError */
export function checkParts(plugin: string, { generators, hooks, converters }: PluginParts): void {
  const { collections = {}, ...owners } = hooks ?? {};
  checkNames(
    plugin,
    'owner of hooks',
    Object.keys(owners),
    Object.keys(HOOK_EVENTS),
    ' Hooks of a collection are under `collections`.',
  );
  const listed = Object.entries(owners).map(
    ([owner, list]) => [owner, HOOK_EVENTS[owner as keyof typeof HOOK_EVENTS], list] as const,
  );
  const labelled = Object.entries(collections).map(([label, list]) => [label, HOOK_EVENTS.documents, list] as const);
  for (const [owner, events, list] of [...listed, ...labelled]) {
    checkNames(plugin, `event of ${owner}`, Object.keys(list ?? {}), events);
    for (const hook of Object.values(list ?? {})) if (typeof hook !== 'function') checkPriority(plugin, hook.priority);
  }
  for (const { priority } of [...Object.values(generators ?? {}), ...Object.values(converters ?? {})])
    checkPriority(plugin, priority);
}

/** The same for what `perBuild` returns. @throws BuildError */
export function checkBuildParts(plugin: string, parts: PluginParts): void {
  checkNames(plugin, 'part', Object.keys(parts), PARTS);
  checkParts(plugin, parts);
}

function checkPriority(plugin: string, priority: string | undefined): void {
  if (priority !== undefined) checkNames(plugin, 'priority', [priority], Object.keys(PRIORITY));
}

function checkNames(plugin: string, kind: string, names: readonly string[], known: readonly string[], more = ''): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const near = closest(unknown, known);
  throw refused(
    `The plugin ${plugin} has an unknown ${kind}: '${unknown}'.${near === null ? '' : ` Did you mean '${near}'?`}`,
    `Use one of ${known.join(', ')}.${more}`,
  );
}

const refused = (message: string, hint: string): BuildError =>
  new BuildError({ code: 'plugin-contract', message, hint });
