// The public API.

export { build, openSite } from './build/node.ts';
export type { BuildOptions, BuildResult } from './build/options.ts';
export type { Compat } from './config/stacks.ts';
export type {
  NewPage,
  PluginFile,
  PluginMessage,
  PluginPage,
  PluginSite,
  PluginVariables,
  TagCall,
} from './contract/facade.ts';
export {
  type CleanHooks,
  HOOK_EVENTS,
  type Hook,
  type ItemHooks,
  type PluginHooks,
  type SiteHooks,
} from './contract/hooks.ts';
export type { OptionField, OptionSection, OptionType, OptionValues } from './contract/options.ts';
export type {
  Made,
  PluginConverter,
  PluginFilter,
  PluginGenerator,
  PluginParts,
  PluginTag,
  Taken,
} from './contract/parts.ts';
export { definePlugin, PLUGIN_API, type Plugin, type PluginDefinition } from './contract/plugin.ts';
export { PRIORITY, type Priority } from './contract/priority.ts';
export {
  BuildError,
  type Diagnostic,
  position,
  type Severity,
  type Source,
  type Span,
} from './diagnostics/diagnostic.ts';
export { formatDiagnostic } from './diagnostics/format.ts';
export type { Session } from './engine/session.ts';
export type { Changes, Update } from './engine/update.ts';
export type { FileSystem } from './files/file-system.ts';
export { MemoryFiles } from './files/memory.ts';
export type { LiquidjsPlugin } from './liquid/liquidjs.ts';
export type { Output, OutputReads, Outputs } from './publish/output.ts';
export type { Plain } from './ruby/plain.ts';
export type { ItemEvent, SiteEvent } from './site/hooks.ts';
export type { Fetch } from './themes/http.ts';
