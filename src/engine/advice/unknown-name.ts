// Explains an unknown tag or filter: a Ruby plugin of the site, a gem, another template language, a typo.

import { strings } from '../../config/known-options.ts';
import { joinPath, relativeTo, sanitizedPath } from '../../files/paths.ts';
import { availablePlugins } from '../../plugins/index.ts';
import { gemOf, gemWith } from '../../plugins/known-gems.ts';
import type { Site } from '../../site/site.ts';
import { closest } from '../../text/closest.ts';

export type Kind = 'tags' | 'filters';

/** A hint for a tag or filter that isn't defined. */
export function unknownName(kind: Kind, name: string, site: Site): string {
  const tag = kind === 'tags';
  const file = rubyFileWith(kind, name, site);
  if (file !== null) {
    const service = site.stack.service === null ? '' : `, and neither does ${site.stack.service}`;
    return `It is defined in Ruby, in ${file}. build-site doesn't run Ruby plugins${service}: remove the ${tag ? 'tag' : 'filter'}, or build the site with Jekyll.`;
  }
  const gem = gemWith(kind, name);
  if (gem !== null) return fromGem(gem, site);
  const other = tag ? OTHER_LANGUAGES[name] : undefined;
  if (other !== undefined) return other;
  const near = closest(name, [...(tag ? site.liquid.tags : site.liquid.filters).keys()]);
  if (near !== null) return `Did you mean '${near}'?`;
  return tag
    ? 'Neither Jekyll nor any plugin that build-site knows has this tag. To print it as it is, put it between {% raw %} and {% endraw %}.'
    : 'Neither Jekyll nor any plugin that build-site knows has this filter. Without liquid.strict_filters, it does nothing.';
}

function fromGem(gem: string, site: Site): string {
  const isListed = site.config.known.plugins.map(gemOf).includes(gem);
  if (!availablePlugins().includes(gem)) return `It comes from ${gem}, which build-site doesn't have.`;
  if (site.safe && !site.config.known.whitelist.includes(gem)) {
    return site.stack.service === null
      ? `It comes from ${gem}, which is not in the whitelist of _config.yml: in safe mode it isn't loaded.`
      : `It comes from ${gem}, which ${site.stack.service} does not allow. For a site that something else publishes, build with --compat jekyll-4${isListed ? '' : ` and add ${gem} to \`plugins:\` in _config.yml`}.`;
  }
  const isOld = strings(site.config.raw.gems).map(gemOf).includes(gem);
  return isOld && !isListed
    ? `It comes from ${gem}, which is under \`gems:\` in _config.yml: Jekyll 4 reads \`plugins:\` instead.`
    : `It comes from ${gem}: add it to \`plugins:\` in _config.yml.`;
}

/** The site's Ruby plugin file that defines the name; null if there is none. */
function rubyFileWith(kind: Kind, name: string, { files, source, config }: Site): string | null {
  const word = name.replace(/[^\w]/g, '\\$&');
  const defined =
    kind === 'tags' ? new RegExp(`register_tag\\b[\\s(]*:?['"]?${word}\\b`) : new RegExp(`\\bdef\\s+${word}\\b`);
  const search = (folder: string, depth: number): string | null => {
    if (depth > DEEPEST || files.stat(folder)?.kind !== 'directory') return null;
    for (const entry of files.list(folder)) {
      const path = joinPath(folder, entry);
      const found = files.stat(path);
      if (found?.kind === 'directory') {
        const inside = files.isLink(path) ? null : search(path, depth + 1);
        if (inside !== null) return inside;
      } else if (entry.endsWith('.rb') && found?.kind === 'file') {
        const text = new TextDecoder().decode(files.read(path));
        if (defined.test(text) && (kind === 'tags' || text.includes('register_filter')))
          return relativeTo(source, path);
      }
    }
    return null;
  };
  for (const folder of config.known.pluginsDir) {
    const found = search(sanitizedPath(source, folder), 0);
    if (found !== null) return found;
  }
  return null;
}

const DEEPEST = 8;

const INCLUDE = 'Jekyll has {% include file.html %} instead.';
const LAYOUT = 'Jekyll has layouts instead: `layout:` in front matter, and {{ content }} in the layout.';

/** Tags of other template languages, with Jekyll's equivalent. */
const OTHER_LANGUAGES: Readonly<Record<string, string>> = {
  render: INCLUDE,
  partial: INCLUDE,
  import: INCLUDE,
  section: `It is Shopify's. ${INCLUDE}`,
  schema: "It is Shopify's, and has no counterpart in Jekyll.",
  form: "It is Shopify's. Write the form in HTML.",
  style: "It is Shopify's. Write <style> in HTML.",
  javascript: "It is Shopify's. Write <script> in HTML.",
  paginate: "It is Shopify's. Jekyll has the plugin jekyll-paginate.",
  liquid: 'It came with Liquid 5. Jekyll has Liquid 4: write a tag for each line.',
  echo: 'It came with Liquid 5. Jekyll has Liquid 4: write {{ … }}.',
  set: 'Liquid calls it assign: {% assign name = value %}.',
  let: 'Liquid calls it assign: {% assign name = value %}.',
  switch: 'Liquid calls it case: {% case value %}{% when 1 %}…{% endcase %}.',
  default: 'In a case, Liquid calls it else. The filter is written {{ value | default: "other" }}.',
  foreach: 'Liquid calls it for: {% for item in list %}.',
  while: 'Liquid has no while: use {% for i in (1..10) %} with {% break %}.',
  block: LAYOUT,
  extends: LAYOUT,
  yield: 'In a layout, Jekyll has {{ content }} instead.',
  macro: 'Jekyll has {% include file.html name=value %} instead.',
  url: 'Jekyll has the filter relative_url instead: {{ "/about/" | relative_url }}.',
  static: 'Jekyll has the filter relative_url instead: {{ "/assets/a.png" | relative_url }}.',
  trans: 'Jekyll has no translations of its own: keep the strings in _data.',
  verbatim: 'Liquid calls it raw: {% raw %}…{% endraw %}.',
  doc: 'Liquid 4 has {% comment %}…{% endcomment %} instead.',
  inline_comment: 'Liquid 4 has {% comment %}…{% endcomment %} instead.',
  codeblock: 'It is from Octopress. Jekyll has {% highlight ruby %}…{% endhighlight %}.',
  include_code: 'It is from Octopress. Jekyll has {% highlight ruby %}…{% endhighlight %}.',
  img: 'It is from Octopress, whose plugins are Ruby files in the site. Write the image in Markdown or HTML.',
  blockquote: 'It is from Octopress, whose plugins are Ruby files in the site. Write > in Markdown.',
  pullquote: 'It is from Octopress, whose plugins are Ruby files in the site.',
};
