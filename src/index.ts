// The public API.

export { build } from './build/node.ts';
export type { BuildOptions, BuildResult } from './build/options.ts';
export type { Profile } from './config/stacks.ts';
export {
  BuildError,
  type Diagnostic,
  position,
  type Severity,
  type Source,
  type Span,
} from './diagnostics/diagnostic.ts';
export { formatDiagnostic } from './diagnostics/format.ts';
