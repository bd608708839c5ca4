// Locates the line where a site asks for a plugin.

import type { Configuration } from '../config/configuration.ts';
import { position } from '../diagnostics/diagnostic.ts';
import type { Bundle } from '../rubygems/bundle.ts';

/** 'Gemfile:12' or '_config.yml:3' for a plugin's name; "the theme's gem" if only the theme depends on it. */
export const pluginPlaces =
  (bundle: Bundle, bundled: readonly string[], config: Configuration) =>
  (name: string): string => {
    const gem = bundled.includes(name) ? bundle.gemfile?.gems.find((one) => one.name === name) : undefined;
    if (gem !== undefined) return `Gemfile:${gem.line}`;
    if (!config.known.plugins.includes(name)) return "the theme's gem";
    const span = config.place.plugins().span ?? config.place.gems().span;
    if (span === undefined) return '_config.yml';
    const at = span.source.text.indexOf(name, span.end);
    return `${span.source.path}:${position(span.source, at < 0 ? span.start : at).line}`;
  };
