// Finds and reads the configuration files of a site.

import { BuildError, type Report, type Source } from '../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../files/file-system.ts';
import { isFile } from '../files/kinds.ts';
import { deepMerge } from '../ruby/merge.ts';
import { isHash, type RubyHash } from '../ruby/values.ts';
import { decodeWithBytes } from '../text/decode.ts';
import { keySpan, loadYaml } from '../yaml/load.ts';
import type { Locate } from './places.ts';
import type { Stack } from './stacks.ts';

export interface ConfigurationFiles {
  readonly files: SourceFiles;
  readonly report: Report;
  readonly stack: Stack;
  /** Absolute. */
  readonly source: string;
  /** Absolute, in order; null for the source's own _config.yml. */
  readonly configFiles: readonly string[] | null;
}

/**
 * The source's own configuration file, if it exists.
 * @throws BuildError if safe mode forbids reading it
 */
export function configurationFiles(files: SourceFiles, source: string, stack: Stack): string[] {
  return stack.config.files
    .map((name) => `${source}/${name}`)
    .filter((path) => {
      if (!files.refuses(path)) return true;
      throw configOutside(path.slice(source.length + 1));
    })
    .filter((path) => isFile(files, path))
    .slice(0, 1);
}

const configOutside = (name: string): BuildError =>
  new BuildError({
    code: 'file-outside',
    message: `${name} leads out of the site, and safe mode reads nothing outside it.`,
    path: name,
    hint: 'Copy it into the site, or pass the file itself: --config FILE.',
  });

export interface WrittenConfiguration {
  /** The keys of all files, merged. */
  readonly written: RubyHash;
  /** Finds a key in the last file that has it, which takes precedence. */
  readonly locate: Locate;
}

/** @throws BuildError if a file is missing or can't be parsed */
export function readConfigurationFiles(input: ConfigurationFiles): WrittenConfiguration {
  const paths = input.configFiles ?? configurationFiles(input.files, input.source, input.stack);
  const sources: Source[] = [];
  let written: RubyHash = new Map();
  for (const path of paths) {
    const own = readFile(input, path, sources);
    if (own === null) break;
    written = deepMerge(written, own);
  }
  const locate: Locate = (...path) => {
    const spans = sources.flatMap((source) => keySpan(source, path) ?? []);
    return spans.length === 0 ? { path: '_config.yml' } : { span: spans.at(-1)! };
  };
  return { written, locate };
}

/** The mapping in one file; null if it isn't a mapping: Jekyll then warns and continues with what it has. */
function readFile({ files, report, source }: ConfigurationFiles, path: string, read: Source[]): RubyHash | null {
  const shown = path.startsWith(`${source}/`) ? path.slice(source.length + 1) : path;
  if (!/\.ya?ml$/i.test(path)) {
    throw new BuildError({
      code: 'config-format',
      message: `No parser for '${shown}' is available. Use a .y(a)ml file instead.`,
      path: shown,
      hint: 'Write the configuration in YAML, in a file named _config.yml.',
    });
  }
  if (files.stat(path) === null) {
    throw new BuildError({
      code: 'config-missing',
      message: `The configuration file '${shown}' could not be found.`,
      path: shown,
      hint: 'Check the path given to --config.',
    });
  }
  const file: Source = { path: shown, text: decodeWithBytes(files.read(path)) };
  read.push(file);
  const value = loadYaml(file);
  if (value === false || value === null) return new Map();
  if (isHash(value)) return value;
  report({
    code: 'config-not-a-mapping',
    severity: 'warning',
    message: `Configuration file: (INVALID) ${shown}. Using defaults (and options).`,
    span: { source: file, start: 0, end: Math.max(1, file.text.indexOf('\n')) },
    hint: 'Write the configuration as `key: value` lines.',
  });
  return null;
}
