// jekyll-gist 1.5.0: `{% gist ID [FILE] %}`.

import type { ExactSite } from '../contract/exact.ts';
import { definePlugin } from '../contract/plugin.ts';
import { evaluateMarkup } from '../liquid/compile/expression.ts';
import { argumentError } from '../liquid/errors.ts';
import type { Context } from '../liquid/runtime/context.ts';
import { toS } from '../ruby/to-s.ts';
import { markupTag } from './markup-tag.ts';
import { options } from './values.ts';

const ARGUMENTS = /^(\S+|[^\n]*(?=\/)[^\n]+)\s?(\S*)$/;

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-gist',
  options: {
    section: 'gist',
    doc: 'How gists are embedded.',
    fields: {
      noscript: { type: 'boolean', default: true, doc: "Include the gist's text for readers without JavaScript." },
    },
  },
  perBuild: ({ exact }) => ({
    tags: { gist: { exact: markupTag((markup, context) => gist(markup, context, exact)) } },
  }),
});

function gist(markup: string, context: Context, site: ExactSite): string {
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
  return `${withoutScript(id, site)}<script src="https://gist.github.com/${id}.js${query}"> </script>`;
}

/** The value of the variable with this name, if there is one; otherwise the string itself. */
function argument(text: string, context: Context): string {
  if (text === '') return '';
  const value = evaluateMarkup(text, context);
  return value === null ? text : toS(value);
}

/**
 * For readers without JavaScript, the gem fetches the gist's source unless `gist: noscript` is false (as GitHub Pages
 * sets it). Nothing is fetched here; if the gem can't, it warns and prints what its logger returned: true.
 */
function withoutScript(id: string, site: ExactSite): string {
  if (options(site).get('noscript') === false) return '';
  if (/[^!-~]/.test(id)) {
    throw argumentError(
      `'${id}' can't be the id of a gist`,
      'Write {% gist user/1234567 %}, or set `noscript: false` below `gist:` in _config.yml.',
    );
  }
  site.report({
    code: 'gist-not-fetched',
    severity: 'warning',
    message: `The <noscript> tag for your gist ${id} could not be generated; it holds the word 'true', as with Jekyll without a network`,
    hint: 'To leave the tag out, set `noscript: false` below `gist:` in _config.yml.',
  });
  return 'true';
}
