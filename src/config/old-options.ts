// The options of older versions, which 3.10 still understands (Configuration#backwards_compatibilize).

import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { BuildError, type Report } from '../diagnostics/diagnostic.ts';
import { split, strip } from '../ruby/strings.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { isHash, type RubyHash } from '../ruby/values.ts';
import { list } from './checks.ts';
import { rawOptions } from './known-options.ts';
import { type Key, OLD_OPTIONS } from './options.ts';
import { type Locate, places } from './places.ts';
import { checkOption } from './stops.ts';

type Warn = (code: DiagnosticCode, key: Key, message: string, hint: string) => void;

/**
 * The site's own keys under today's names, with a warning for each old one.
 * @throws BuildError for what Jekyll no longer understands
 */
export function withoutOldOptions(written: RubyHash, report: Report, locate: Locate): RubyHash {
  const config: RubyHash = new Map(written);
  const warn: Warn = (code, key, message, hint) => report({ code, severity: 'warning', message, ...locate(key), hint });
  dropServerOptions(config, warn);
  if (typeof config.get('plugins') === 'string') checkOption(list, config, 'plugins', locate);
  rename(config, warn);
  replacePygments(config, warn);
  splitLists(config, warn);
  warnOfCoderay(config, warn);
  refuseMaruku(config, locate);
  return config;
}

function dropServerOptions(config: RubyHash, warn: Warn): void {
  for (const key of ['auto', 'watch'] as const) {
    if (!config.delete(key)) continue;
    warn(
      'config-auto',
      key,
      `Auto-regeneration can no longer be set from your configuration file(s): '${key}' is ignored.`,
      'Remove it.',
    );
  }
  if (config.delete('server'))
    warn('config-server', 'server', "The 'server' configuration option is no longer accepted.", 'Remove it.');
}

const RENAMED = ['server_port', 'gems', 'layouts', 'data_source'] as const;

function rename(config: RubyHash, warn: Warn): void {
  for (const old of RENAMED) {
    const name = OLD_OPTIONS[old];
    const value = config.get(old);
    if (value === undefined) continue;
    config.delete(old);
    config.set(name, value);
    warn(
      'config-renamed',
      old,
      `The '${old}' configuration option has been renamed to '${name}'.`,
      `Write \`${name}:\` instead of \`${old}:\` in _config.yml.`,
    );
  }
}

function replacePygments(config: RubyHash, warn: Warn): void {
  if (!config.has('pygments')) return;
  if (truthy(config.get('pygments'))) config.set('highlighter', 'pygments');
  config.delete('pygments');
  warn(
    'config-renamed',
    'pygments',
    "The 'pygments' configuration option has been renamed to 'highlighter'.",
    'Remove it: Rouge highlights code.',
  );
}

/** A string is a list separated by commas; the items of a list are converted to strings. */
function splitLists(config: RubyHash, warn: Warn): void {
  for (const key of ['include', 'exclude'] as const) {
    const value = config.get(key);
    if (Array.isArray(value)) config.set(key, value.map(toS));
    if (typeof value !== 'string') continue;
    config.set(key, split(value, ',').map(strip));
    warn(
      'config-list',
      key,
      `The '${key}' configuration option must now be specified as an array.`,
      `Write a YAML list under \`${key}:\`.`,
    );
  }
}

function warnOfCoderay(config: RubyHash, warn: Warn): void {
  const { kramdown } = rawOptions(config);
  if (!isHash(kramdown) || !kramdown.has('use_coderay')) return;
  warn(
    'kramdown-coderay',
    'kramdown',
    "kramdown: 'use_coderay' is now 'enable_coderay'.",
    'Remove it: Rouge highlights code.',
  );
}

function refuseMaruku(config: RubyHash, locate: Locate): void {
  if (toS(rawOptions(config).markdown ?? null).toLowerCase() !== 'maruku') return;
  throw new BuildError({
    code: 'markdown-maruku',
    message: "The 'maruku' Markdown processor has been removed as of Jekyll 3.0",
    ...places(locate).markdown(),
    hint: 'Write `markdown: kramdown`.',
  });
}
