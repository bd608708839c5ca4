// {% link %} (Jekyll::Tags::Link).

import type { Stack } from '../../config/stacks.ts';
import { BuildError } from '../../diagnostics/diagnostic.ts';
import { strip } from '../../ruby/strings.ts';
import type { TagDefinition } from '../compile/environment.ts';
import { LiquidError } from '../errors.ts';
import { relativeUrl } from '../filters/url.ts';
import type { TagParser } from '../syntax/parser.ts';
import type { Body, LinkTag } from '../syntax/tree.ts';

/**
 * `{% link _posts/2020-01-02-x.md %}`: the URL of a file of the site. Jekyll 4 evaluates Liquid in the path and
 * prepends the baseurl; 3.10 does neither.
 */
export const linkTag = (stack: Stack): TagDefinition<LinkTag> => ({
  parse(markup, parser) {
    const text = strip(markup);
    const path = stack.links.readsLiquid && /\{[{%]/.test(text) ? templateOf(text, parser) : text;
    return { kind: 'link', path, blank: false, block: false };
  },
  compile(tag, compiler) {
    const { path } = tag;
    // Jekyll parses the path during rendering, so its errors only count if the tag is rendered.
    if (path instanceof BuildError) {
      return () => {
        throw path;
      };
    }
    const pathOf = typeof path === 'string' ? () => path : compiler.text(path);
    return (context) => {
      const asked = pathOf(context);
      const found = context.host.findByPath(asked);
      if (found === null) {
        throw new LiquidError(
          'liquid-link-missing',
          `Could not find document '${asked}' in tag 'link'.\n\nMake sure the document exists and the path is correct.\n`,
          "Write the path from the site's root, with the file's extension: {% link _posts/2020-01-02-title.md %}.",
          asked,
        );
      }
      return stack.links.addsBaseurl ? relativeUrl(found.url, context) : found.url;
    };
  },
});

function templateOf(text: string, parser: TagParser): Body | BuildError {
  try {
    return parser.inner(text);
  } catch (error) {
    if (error instanceof BuildError) return error;
    throw error;
  }
}
