// Chooses the stack to build a site with.

import { type StackChoice, stackOf } from '../config/stack-of.ts';
import { type Compat, STACKS, type Stack } from '../config/stacks.ts';
import type { SourceFiles } from '../files/file-system.ts';
import { isHash } from '../ruby/values.ts';
import type { Bundle } from '../rubygems/bundle.ts';
import { loadYaml } from '../yaml/load.ts';

/** The requested stack, otherwise the one that the site itself asks for. */
export function chooseStack(
  files: SourceFiles,
  bundle: Bundle,
  configFiles: readonly string[] | null,
  asked?: Compat | Stack,
): StackChoice {
  if (asked !== undefined) {
    return { stack: typeof asked === 'string' ? STACKS[asked] : asked, reason: 'chosen with --compat' };
  }
  const named = configFiles?.[0] ?? null;
  const own = ['_config.yml', '_config.yaml'].map((name) => `${bundle.source}/${name}`);
  const path = named ?? own.find((one) => files.stat(one)?.kind === 'file');
  let theme: string | null = null;
  if (path !== undefined && files.stat(path) !== null) {
    try {
      const value = loadYaml({ path, text: new TextDecoder().decode(files.read(path)) });
      const name = isHash(value) ? value.get('theme') : null;
      theme = typeof name === 'string' ? name : null;
    } catch {
      // Errors in the configuration are reported when it is loaded.
    }
  }
  return stackOf(bundle, theme);
}
