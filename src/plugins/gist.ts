// jekyll-gist 1.5.0: `{% gist ID [FILE] %}`.

import type { Context } from '../liquid/context.ts';
import { argumentError } from '../liquid/errors.ts';
import { toS } from '../ruby/to-s.ts';
import type { Plugin } from '../site/plugin.ts';

const ARGUMENTS = /^(\S+|[^\n]*(?=\/)[^\n]+)\s?(\S*)$/;

export const plugin: Plugin = {
  name: 'jekyll-gist',
  setup(site) {
    site.liquid.tags.set('gist', {
      parse: (markup) => ({ render: (context: Context) => gist(markup, context) }),
    });
  },
};

// The text of the gist, for readers without JavaScript, would have to be fetched: GitHub Pages leaves it out, and so do
// we everywhere (`gist: noscript` is not read).
function gist(markup: string, context: Context): string {
  const match = ARGUMENTS.exec(markup.trim());
  if (match === null) {
    throw argumentError(
      `Syntax error in tag 'gist' while parsing the following markup:\n\n  ${markup}\n`,
      'Write {% gist user/1234567 %} or {% gist user/1234567 file.js %}.',
    );
  }
  const id = argument(match[1]!.trim(), context);
  const file = argument(match[2]!.trim(), context);
  const query = file === '' ? '' : `?file=${file}`;
  return `<script src="https://gist.github.com/${id}.js${query}"> </script>`;
}

/** A variable's value where there is one of that name. */
function argument(text: string, context: Context): string {
  if (text === '') return '';
  const value = context.get(text);
  return value === null ? text : toS(value);
}
