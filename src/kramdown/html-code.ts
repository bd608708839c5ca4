// Code as HTML: blocks and spans, highlighted if the options name an available highlighter. Sources: kramdown 2.4.0 and
// 2.5.2, converter/html.rb and base.rb.

import { chomp, hasWord, isWordAtBoundary, lstrip, strip } from './characters.ts';
import type { Attributes, ElementOf } from './element.ts';
import { escapeHtml } from './escape.ts';
import { htmlAttributes, spaces, span } from './markup.ts';
import { minted } from './minted.ts';
import type { KramdownOptions } from './options.ts';

export class CodeConverter {
  readonly #options: KramdownOptions;
  readonly #warnings: string[];

  /** @param warnings warnings are appended here */
  constructor(options: KramdownOptions, warnings: string[]) {
    this.#options = options;
    this.#warnings = warnings;
  }

  block(el: ElementOf<'codeblock'>, indent: number): string {
    const attributes: Attributes = new Map(el.attributes ?? []);
    const classes = el.attributes?.get('class') ?? null;
    const lang = classes === null ? null : languageOf(classes);
    if (lang !== null) {
      const rest = withoutLanguage(classes!);
      if (rest === '') attributes.delete('class');
      else attributes.set('class', rest);
    }
    const highlighted = this.#highlight(el.value, el.detail.lang ?? lang, 'block');
    if (highlighted) {
      this.#addHighlighterClass(attributes, lang ?? highlighted.language);
      return `${spaces(indent)}<div${htmlAttributes(attributes)}>${highlighted.html}${spaces(indent)}</div>\n`;
    }
    let code = chomp(escapeHtml(el.value));
    if (classes !== null && hasWord(classes, 'show-whitespaces')) code = withVisibleSpaces(code);
    const inner = lang === null ? null : new Map([['class', `language-${lang}`]]);
    return `${spaces(indent)}<pre${htmlAttributes(attributes)}><code${htmlAttributes(inner)}>${code}\n</code></pre>\n`;
  }

  span(el: ElementOf<'codespan'>): string {
    const classes = el.attributes?.get('class') ?? null;
    const lang = classes === null ? null : languageOf(classes);
    const highlighted = this.#highlight(el.value, lang, 'span');
    if (!highlighted) return span('code', el.attributes, escapeHtml(el.value));
    const attributes: Attributes = new Map(el.attributes ?? []);
    this.#addHighlighterClass(attributes, lang ?? highlighted.language);
    return span('code', attributes, highlighted.html);
  }

  #highlight(code: string, language: string | null, kind: 'block' | 'span') {
    const { syntaxHighlighter, syntaxHighlighterOpts } = this.#options;
    if (syntaxHighlighter === null) return null;
    const highlighter =
      syntaxHighlighter === 'rouge' ? this.#options.highlighter : syntaxHighlighter === 'minted' ? minted : null;
    if (!highlighter) {
      this.#warnings.push(`The configured syntax highlighter ${syntaxHighlighter} is not available.`);
      return null;
    }
    const result = highlighter(code, language, kind, syntaxHighlighterOpts);
    return typeof result === 'string' ? { html: result, language: null } : result;
  }

  // The highlighter's class is appended; the language's class comes first, or replaces the existing one.
  #addHighlighterClass(attributes: Attributes, lang: string | null): void {
    const classes = lstrip(`${attributes.get('class') ?? ''} highlighter-${this.#options.syntaxHighlighter}`);
    if (lang === null) attributes.set('class', classes);
    else if (/^language-[^ \t\r\n\f\v]/.test(classes)) {
      attributes.set(
        'class',
        classes.replace(/^language-[^ \t\r\n\f\v]+/, () => `language-${lang}`),
      );
    } else attributes.set('class', `language-${lang} ${classes}`);
  }
}

// The range in which /\blanguage-\S+/ matches: [start, end].
function languagePlace(classes: string): [number, number] | null {
  for (let at = classes.indexOf('language-'); at >= 0; at = classes.indexOf('language-', at + 1)) {
    if (at > 0 && isWordAtBoundary(classes, at - 1)) continue;
    const behind = /^[^ \t\r\n\f\v]+/.exec(classes.slice(at + 9));
    if (behind) return [at, at + 9 + behind[0].length];
  }
  return null;
}

function languageOf(classes: string): string | null {
  const place = languagePlace(classes);
  return place && classes.slice(place[0] + 9, place[1]);
}

function withoutLanguage(classes: string): string {
  const place = languagePlace(classes)!;
  return strip(classes.slice(0, place[0]) + classes.slice(place[1]));
}

function withVisibleSpaces(code: string): string {
  return code.replace(/((?<![^\n])[ \t]+)|([ \t]+(?![^\n]))|([ \t]+)/g, (run, left, right) => {
    const suffix = left !== undefined ? '-l' : right !== undefined ? '-r' : '';
    return [...run]
      .map((c) =>
        c === '\t' ? `<span class="ws-tab${suffix}">\t</span>` : `<span class="ws-space${suffix}">&#8901;</span>`,
      )
      .join('');
  });
}
