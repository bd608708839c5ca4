// Merges a theme's own _config.yml under the site's configuration (Site#load_theme_configuration of Jekyll 4.4.1).

import type { SourceFiles } from '../files/file-system.ts';
import { isFile } from '../files/kinds.ts';
import { deepMerge } from '../ruby/merge.ts';
import { isHash, type RubyHash } from '../ruby/values.ts';
import { loadYamlFile } from '../yaml/load.ts';
import type { Configuration } from './configuration.ts';
import { defaults } from './defaults.ts';
import type { Stack } from './stacks.ts';

/**
 * Adds the theme's settings for keys that the site doesn't set. Keys with a Jekyll default are never taken from the
 * theme, and a symbolic link isn't followed.
 * @param root the theme's folder
 * @throws BuildError if the theme's file isn't valid YAML
 */
export function withThemeConfiguration(
  config: Configuration,
  root: string,
  files: SourceFiles,
  stack: Stack,
): Configuration {
  const path = `${root}/_config.yml`;
  if (!stack.config.readsThemeConfiguration || config.raw.ignoreThemeConfig === true) return config;
  if (!isFile(files, path) || files.isLink(path)) return config;
  const own = loadYamlFile(files.read(path), path);
  if (!isHash(own)) return config;
  const reserved = new Set(['source', 'destination', ...defaults(stack).keys()]);
  const added: RubyHash = new Map([...own].filter(([key]) => !reserved.has(key as string)));
  return config.with(deepMerge(added, config.hash));
}
