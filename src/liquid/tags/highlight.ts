// {% highlight %} (Jekyll::Tags::HighlightBlock).

import { rawOptions } from '../../config/known-options.ts';
import type { Stack } from '../../config/stacks.ts';
import { chomp, downcase, strip } from '../../ruby/strings.ts';
import { toS } from '../../ruby/to-s.ts';
import { truthy } from '../../ruby/truth.ts';
import { htmlEscape } from '../../text/escape.ts';
import type { TagDefinition } from '../compile/environment.ts';
import type { Context } from '../runtime/context.ts';
import type { HighlightTag } from '../syntax/tree.ts';

const SYNTAX = /^([a-zA-Z0-9.+#_-]+)((?:[ \t\r\n\f\v]+\w+(?:=(?:\w+|"(?:[0-9]+[ \t\r\n\f\v])*[0-9]+"))?)*)$/m;
const OPTIONS = /(?:\w="[^"]*"|\w=\w|\w)+/g;

const MORE_SYNTAX =
  ' [mark_lines="3 4 5"]\n\nSee https://jekyllrb.com/docs/liquid/tags/#code-snippet-highlighting for more details.';

/** `{% highlight language linenos %}…{% endhighlight %}` (jekyll 3.10.0 and 4.4.1, lib/jekyll/tags/highlight.rb) */
export const highlightTag = (stack: Stack): TagDefinition<HighlightTag> => ({
  parse(markup, parser) {
    const match = SYNTAX.exec(strip(markup));
    if (match === null) {
      throw parser.error(
        `Syntax Error in tag 'highlight' while parsing the following markup:\n\n  ${markup}\n\n` +
          `Valid syntax: highlight <lang> [linenos]${stack.highlight.marksLines ? MORE_SYNTAX : ''}\n`,
        'Name a language: {% highlight ruby %}.',
        'liquid-highlight-syntax',
      );
    }
    const options = readOptions(match[2]!);
    const body = parser.block();
    return { kind: 'highlight', language: downcase(match[1]!), options, body, blank: parser.blank, block: true };
  },

  compile(tag, compiler) {
    const { language } = tag;
    const render = compiler.text(tag.body);
    const opening = `<figure class="highlight"><pre><code class="language-${language.replaceAll('+', '-')}" data-lang="${language}">`;
    return (context) => {
      const prefix = context.find('highlighter_prefix');
      const suffix = context.find('highlighter_suffix');
      const code = trimLines(render(context));
      const figure = `${opening}${chomp(highlighted(code, tag, context))}</code></pre></figure>`;
      return `${truthy(prefix) ? toS(prefix) : ''}${figure}${truthy(suffix) ? toS(suffix) : ''}`;
    };
  },
});

function readOptions(markup: string): Map<string, string | boolean | string[]> {
  const options = new Map<string, string | boolean | string[]>();
  for (const option of markup.match(OPTIONS) ?? []) {
    const [key, value] = option.split('=');
    if (value === undefined) options.set(key!, true);
    else if (value.includes('"')) options.set(key!, value.replaceAll('"', '').split(' '));
    else options.set(key!, value);
  }
  if (options.get('linenos') === true) options.set('linenos', 'inline');
  return options;
}

/** Strips leading and trailing line ends. */
function trimLines(code: string): string {
  let start = 0;
  let end = code.length;
  while (start < end && (code[start] === '\n' || code[start] === '\r')) start++;
  while (end > start && (code[end - 1] === '\n' || code[end - 1] === '\r')) end--;
  return code.slice(start, end);
}

function highlighted(code: string, tag: HighlightTag, context: Context): string {
  const { host, env } = context;
  const { highlighter } = rawOptions(host.config);
  if (highlighter === 'pygments' && env.stack.highlight.warnsOfPygments) {
    env.report({
      code: 'highlighter-pygments',
      severity: 'warning',
      message: "'highlighter: pygments' is no longer supported: Rouge highlights the code",
      path: '_config.yml',
      hint: 'Write `highlighter: rouge`, or remove the key.',
    });
  }
  if (highlighter !== 'rouge' && highlighter !== 'pygments') return strip(htmlEscape(code));
  return (
    host.highlight(code, tag.language, tag.options) ??
    host.highlight(code, 'plaintext', tag.options) ??
    code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  );
}
