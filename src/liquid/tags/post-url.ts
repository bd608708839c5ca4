// {% post_url %} (Jekyll::Tags::PostUrl).

import type { Stack } from '../../config/stacks.ts';
import { guessDate } from '../../ruby/date-guess.ts';
import { strip } from '../../ruby/strings.ts';
import { civil } from '../../ruby/time.ts';
import type { TagDefinition } from '../compile/environment.ts';
import { LiquidError } from '../errors.ts';
import { relativeUrl } from '../filters/url.ts';
import type { PostReference } from '../runtime/host.ts';
import type { PostUrlTag } from '../syntax/tree.ts';

const NAME = /^((?:.+\/)?)(\d+-\d+-\d+)-(.*)$/m;

/** `{% post_url folder/2020-01-02-title %}`: the URL of a post; with the baseurl on Jekyll 4. */
export const postUrlTag = (stack: Stack): TagDefinition<PostUrlTag> => ({
  parse(markup, parser) {
    const post = strip(markup);
    const match = NAME.exec(post.replace(/^\//m, ''));
    if (match === null) {
      throw parser.error(
        `Could not parse name of post "${post}" in tag 'post_url'.\n\nMake sure the post exists and the name is correct.\n\n` +
          `Jekyll::Errors::InvalidPostNameError: '${post}' does not contain valid date and/or title.\n`,
        'Write the date and title of the post, without an extension: {% post_url 2020-01-02-title %}.',
        'liquid-post-name',
      );
    }
    const [, folder = '', date = '', slug = ''] = match;
    const pattern = patternOf(folder, date, slug, stack);
    if (pattern === null) {
      throw parser.error(
        `Could not parse name of post "${post}" in tag 'post_url'.`,
        'Ruby reads the folder as a regular expression, and this is not a valid one.',
        'liquid-post-name',
      );
    }
    return { kind: 'post_url', post, pattern, date, slug, blank: false, block: false };
  },
  compile: (tag) => (context) => {
    const posts = context.host.posts();
    const named = posts.find((post) => tag.pattern.test(post.relativePath));
    const found = named ?? posts.find((post) => sameDay(tag, post));
    if (named === undefined && found !== undefined) {
      context.env.report({
        code: 'liquid-post-renamed',
        severity: 'warning',
        message: `{% post_url ${tag.post} %} is not the name of a file; the post was found by its date and slug`,
        ...context.at,
        hint: `Write {% post_url ${nameOf(found)} %}: the other form is deprecated.`,
      });
    }
    if (found === undefined) {
      throw new LiquidError(
        'liquid-post-missing',
        `Could not find post "${tag.post}" in tag 'post_url'.\n\nMake sure the post exists and the name is correct.\n`,
        "Write the file's name without its extension.",
        tag.post,
      );
    }
    return stack.links.addsBaseurl ? relativeUrl(found.url, context) : found.url;
  },
});

// `_posts/sub/name.ext` or `sub/_posts/name.ext`. The folder is inserted into Ruby's regular expression unescaped; 3.10
// removes whitespace from it.
function patternOf(folder: string, date: string, slug: string, stack: Stack): RegExp | null {
  const path = stack.links.keepsSpaces ? folder : folder.replace(/[ \t\r\n\f\v]+/g, '');
  const name = `${date}-${slug.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}\\.[^.]+`;
  try {
    // Ruby allows a quantifier after `^`.
    const pattern = new RegExp(`^_posts/${path}${name}|^${path.replace(/^[*+?]+/, '')}_posts/?${name}`, 'm');
    // JavaScript reports a pattern that is too large only when it is first used.
    pattern.test('');
    return pattern;
  } catch {
    return null;
  }
}

/** A post's name in the tag: its path without `_posts` and extension. */
const nameOf = ({ relativePath }: PostReference): string =>
  relativePath.replace(/(^|\/)_posts\//, '$1').replace(/\.[^./]+$/, '');

function sameDay({ date, slug }: PostUrlTag, post: PostReference): boolean {
  if (post.slug !== slug) return false;
  // A two-digit year is one of the last or the current century.
  const wanted = guessDate(date);
  const { year, month, day } = civil(post.date);
  return wanted?.year === year && wanted.month === month && wanted.day === day;
}
