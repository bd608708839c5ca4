// The public API.

export type { BuildOptions, BuildResult } from './build/options.ts';
export { build } from './build.ts';
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
