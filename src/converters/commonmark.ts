// CommonMark with the settings of jekyll-commonmark-ghpages 0.5.1 for cmark-gfm; loaded only if a site asks for it.

import {
  type CommonMarkOptions,
  convert,
  EXTENSION_NAMES,
  type ExtensionName,
  OPTION_NAMES,
  type OptionName,
} from '../commonmark/index.ts';
import type { Configuration } from '../config/configuration.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { type Highlighter, wrapAsPygments } from '../highlight/index.ts';
import { RubySymbol } from '../ruby/values.ts';
import type { MarkdownEngine } from './markdown-engine.ts';

/**
 * Replaces the line ends of `{% highlight %}`, so that Markdown doesn't touch its lines. Outside Markdown the
 * placeholders stay, as in the gem.
 */
const LINE_END = '<br data-jekyll-commonmark-ghpages>';

export function createCommonMark(config: Configuration, highlighter: Highlighter, report: Report): MarkdownEngine {
  const settings = config.known.commonmark;
  const options: CommonMarkOptions = {
    options: new Set(known(upperCased(settings.options), OPTION_NAMES, 'option', report)),
    extensions: new Set(known(texts(settings.extensions), EXTENSION_NAMES, 'extension', report)),
    codeBlock: (code, language) => (language === null ? null : highlighted(highlighter, code, language)),
  };
  return {
    convert: (text) => ({ html: convert(text, options).replaceAll(LINE_END, '\n'), warnings: [] }),
    highlighted: (html) => html.replace(/\r?\n/g, LINE_END),
  };
}

function highlighted(highlighter: Highlighter, code: string, language: string): string | null {
  const html = highlighter.html(code, language === '' ? 'guess' : language);
  return html && `<div class="language-${language} highlighter-rouge">${wrapAsPygments(html, 'highlight')}</div>`;
}

/** The strings of a list; empty for anything else, or a list with other values. */
function texts(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  const names = list.map((item) => (item instanceof RubySymbol ? item.name : item));
  return names.every((name) => typeof name === 'string') ? names : [];
}

const upperCased = (list: unknown): string[] => texts(list).map((name) => name.toUpperCase());

function known<Name extends OptionName | ExtensionName>(
  names: readonly string[],
  all: readonly Name[],
  kind: 'option' | 'extension',
  report: Report,
): Name[] {
  const isKnown = (name: string): name is Name => (all as readonly string[]).includes(name);
  for (const name of names) {
    if (isKnown(name)) continue;
    report({
      code: `commonmark-${kind}`,
      severity: 'warning',
      message: `CommonMark: ${name} is not a valid ${kind}`,
      path: '_config.yml',
      hint: `Valid ${kind}s: ${all.join(', ')}`,
    });
  }
  return names.filter(isKnown);
}
