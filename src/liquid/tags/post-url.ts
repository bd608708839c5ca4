import type { Stack } from '../../config/profiles.ts';
import { civil } from '../../ruby/time.ts';
import type { TagDefinition } from '../definitions.ts';
import { LiquidError } from '../errors.ts';
import { utf8 } from '../evaluate.ts';
import { relativeUrl } from '../filters/url.ts';
import type { PostReference } from '../host.ts';
import type { PostUrlTag } from '../tree.ts';

const NAME = /^((?:.+\/)*)(\d+-\d+-\d+)-(.*)$/m;

/** `{% post_url folder/2020-01-02-title %}`: a post's address; with the baseurl under Jekyll 4. */
export const postUrlTag = (stack: Stack): TagDefinition<PostUrlTag> => ({
  parse(markup, parser) {
    const post = markup.trim();
    const match = NAME.exec(post.replace(/^\//m, ''));
    if (match === null) {
      throw parser.error(
        `Could not parse name of post "${post}" in tag 'post_url'.\n\nMake sure the post exists and the name is correct.\n\n` +
          `Jekyll::Errors::InvalidPostNameError: '${post}' does not contain valid date and/or title.\n`,
        'A post is named by its date and title, without an ending: {% post_url 2020-01-02-title %}.',
        'liquid-post-name',
      );
    }
    // Ruby's group holds the last of its repetitions: of a/b/ only b/.
    const folder = /(?:.+\/)$/.exec(match[1]!)?.[0] ?? '';
    return { kind: 'post_url', post, folder, date: match[2]!, slug: match[3]!, blank: false, block: false };
  },
  render(tag, context) {
    const posts = context.host.posts();
    const found = posts.find((post) => matches(tag, post.relativePath)) ?? posts.find((post) => sameDay(tag, post));
    if (found === undefined) {
      throw new LiquidError(
        'liquid-post-missing',
        `Could not find post "${tag.post}" in tag 'post_url'.\n\nMake sure the post exists and the name is correct.\n`,
        "The name is the file's, without its ending.",
      );
    }
    return utf8(stack.profile === 'jekyll-4' ? relativeUrl(found.url, context) : found.url, context);
  },
});

// `_posts/sub/name.ext` or `sub/_posts/name.ext`; what follows the ending's first character doesn't count.
function matches({ folder, date, slug }: PostUrlTag, path: string): boolean {
  const name = `${date}-${slug}.`;
  return [`_posts/${folder}${name}`, `${folder}_posts/${name}`, `${folder}_posts${name}`].some(
    (start) => path.startsWith(start) && path.length > start.length && path[start.length] !== '.',
  );
}

function sameDay({ date, slug }: PostUrlTag, post: PostReference): boolean {
  if (post.slug !== slug) return false;
  const [year, month, day] = date.split('-').map(Number);
  const fields = civil(post.date);
  return fields.year === year && fields.month === month && fields.day === day;
}
