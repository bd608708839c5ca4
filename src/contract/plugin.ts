// A plugin: a declaration of what it adds to a site. The engine registers what is listed; a plugin never changes the
// engine itself.
//
//     export const plugin = definePlugin({
//       api: 1,
//       name: 'greeting',
//       options: {
//         section: 'greeting',
//         doc: 'How visitors are greeted.',
//         fields: { word: { type: 'string', default: 'Hello', doc: 'The first word.' } },
//       },
//       tags: { greet: { render: ({ site, value }) => `${site.options.word}, ${value('page.title')}!` } },
//     });

import type { PluginSite } from './facade.ts';
import type { OptionSection, OptionValues } from './options.ts';
import type { PluginParts } from './parts.ts';

/** The version of this contract. It changes if a plugin that was right no longer is. */
export const PLUGIN_API = 1;

export interface PluginDefinition<Options, Section = OptionSection> extends PluginParts<Options> {
  /** The version of the contract that it was written for. */
  readonly api: typeof PLUGIN_API;
  /** As sites list it under `plugins:`. */
  readonly name: string;
  /** What it reads from _config.yml. */
  readonly options?: Section;
  /**
   * Parts with a state that lasts for one build, such as a cache, or that depend on the configuration. Called when a build
   * begins and nothing is read yet.
   */
  perBuild?(site: PluginSite<Options>): PluginParts<Options>;
}

/** A plugin, whatever its options. */
// biome-ignore lint/suspicious/noExplicitAny: only the plugin itself knows the type of its options
export type Plugin = PluginDefinition<any>;

/** Gives a declaration its types. It is checked when a site loads it. */
export const definePlugin = <const Section extends OptionSection>(
  definition: PluginDefinition<OptionValues<Section>, Section>,
): Plugin => definition;
