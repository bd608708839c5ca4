// jemoji 0.13.0: `:name:` becomes the emoji's image, and the page is rewritten as libxml2 writes it.

import type { Document } from '../../content/document.ts';
import type { Page } from '../../content/page.ts';
import type { ExactSite } from '../../contract/exact.ts';
import type { PluginPage, PluginSite } from '../../contract/facade.ts';
import { definePlugin } from '../../contract/plugin.ts';
import { joinPath } from '../../files/paths.ts';
import { checkText, filterOutput, isFolderPermalink, isPageOrWritten } from '../html-filter.ts';
import { mappingOption, textOption } from '../values.ts';
import { emojiByName } from './names.ts';

const IGNORED: ReadonlySet<string> = new Set(['pre', 'code', 'tt']);
const NAME = /:([a-z0-9_+-]+):/g;
const HOST = 'https://github.githubassets.com';

export const plugin = definePlugin({
  api: 1,
  name: 'jemoji',
  options: {
    section: 'emoji',
    doc: 'The location of the emoji images.',
    fields: { src: { type: 'string', doc: "The folder of the images, instead of GitHub's." } },
  },
  hooks: { site: { after_init: ({ exact }) => exact.loadActiveSupport() } },
  perBuild() {
    const names = emojiByName();
    const post_render = (page: PluginPage, { exact }: PluginSite): void => {
      page.setOutput(emojify(page.output ?? '', page.exact, exact, names));
    };
    return { hooks: { pages: { post_render }, documents: { post_render } } };
  },
});

function emojify(output: string, item: Page | Document, site: ExactSite, names: ReadonlyMap<string, string>): string {
  const isHtml = isPageOrWritten(item) && item.outputExtension === '.html';
  if (!(isHtml || isFolderPermalink(item))) return output;
  checkText(item, site);
  return withPictures(output, names, () => root(site)) ?? output;
}

/**
 * A page with images for its emoji; null if it has none.
 * @param root the images' base URL, only called if needed
 */
export function withPictures(output: string, names: ReadonlyMap<string, string>, root: () => string): string | null {
  if (replaceNames(output, names, '') === null) return null;
  const assets = root();
  return filterOutput(output, IGNORED, (text) => (text.includes(':') ? replaceNames(text, names, assets) : null));
}

function root(site: ExactSite): string {
  const options = site.section === undefined ? null : mappingOption(site.section, 'emoji', site.config);
  if (options?.has('src')) return textOption(options.get('src')!, 'emoji: src', site.config);
  return `${site.env.ASSET_HOST_URL?.replace(/\/$/, '') || HOST}/images/icons/`;
}

/** Null if the string has no emoji. */
function replaceNames(text: string, names: ReadonlyMap<string, string>, assets: string): string | null {
  const pattern = new RegExp(NAME);
  let out = '';
  let done = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const file = names.get(match[1]!);
    if (file === undefined) {
      // The closing colon may open the next name.
      pattern.lastIndex = match.index + match[0].length - 1;
      continue;
    }
    const source = joinPath(assets, 'emoji', `unicode/${file}.png`);
    const label = `title="${match[0]}" alt="${match[0]}"`;
    out += `${text.slice(done, match.index)}<img class="emoji" ${label} src="${source}" height="20" width="20">`;
    done = match.index + match[0].length;
  }
  return done === 0 ? null : out + text.slice(done);
}
