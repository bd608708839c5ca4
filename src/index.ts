// The public API.

export { build, openSite } from './build/node.ts';
export type { BuildOptions, BuildResult } from './build/options.ts';
export type { Compat } from './config/stacks.ts';
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
export type { Fetch } from './themes/http.ts';
