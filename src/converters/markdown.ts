// The Markdown engine that `markdown:` names, configured as in Jekyll (Jekyll::Converters::Markdown and KramdownParser
// of 3.10.0 and 4.4.1): kramdown, or CommonMark on GitHub Pages.

import { CommonMarkError } from '../commonmark/budget.ts';
import type { Configuration } from '../config/configuration.ts';
import type { Stack } from '../config/stacks.ts';
import type { Document } from '../content/document.ts';
import { Excerpt } from '../content/excerpt.ts';
import type { Page } from '../content/page.ts';
import { BuildError, type Diagnostic, type Report, type Source } from '../diagnostics/diagnostic.ts';
import type { Highlighter } from '../highlight/index.ts';
import { convert, type GivenOptions, KramdownError, readOptions, smartify, type Warning } from '../kramdown/index.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { type Text, UsAscii } from '../ruby/us-ascii.ts';
import type { RubyHash, Value } from '../ruby/values.ts';
import type { Converter, Item } from './converter.ts';
import { DefaultLanguage } from './default-language.ts';
import type { MarkdownEngine } from './markdown-engine.ts';
import { kramdownHighlighter } from './rouge.ts';

export interface Markdown {
  readonly converter: Converter;
  /** `markdownify`: HTML with a trailing line break. */
  markdownify(text: Text): string;
  /** `smartify`. */
  smartify(text: string): string;
  /** Postprocesses the output of `{% highlight %}` inside its `<code>` for the engine. */
  highlighted(html: string): string;
}

export interface MarkdownInput {
  readonly config: Configuration;
  readonly stack: Stack;
  readonly highlighter: Highlighter;
  readonly report: Report;
}

export async function createMarkdown({ config, stack, highlighter, report }: MarkdownInput): Promise<Markdown> {
  const hash = withJekyllDefaults(config, report);
  const options: GivenOptions = {
    ...kramdownOptions(hash, config),
    version: stack.kramdown,
    highlighter: kramdownHighlighter(highlighter),
  };
  const showWarnings = truthy(hash.get('show_warnings'));
  const language = new DefaultLanguage(options);
  const engine = await chooseEngine(config, stack, language, missingEngine(hash), highlighter, report);
  const extensions = config.markdownExtensions;
  const run = (text: Text, path?: string): { html: string; warnings: readonly Warning[] } =>
    placing(path, () => engine.convert(String(text), text instanceof UsAscii ? 'US-ASCII' : 'UTF-8'));
  const toHtml = (content: Text, item: Item): string => {
    const of = item instanceof Excerpt ? item.document : item;
    const { html, warnings } = run(content, of.source?.path ?? of.relativePath);
    // Where kramdown overflows its stack and fails, this parser leaves the rest unparsed and warns.
    const shown = showWarnings ? warnings : warnings.filter(({ message }) => message.startsWith('Nested more than'));
    if (shown.length > 0) reportWarnings(shown, String(content), of, report);
    return html;
  };
  const converter: Converter = {
    name: 'markdown',
    priority: 0,
    highlighterPrefix: '\n',
    matches: (extension) => extensions.includes(extension.toLowerCase()),
    outputExtension: () => '.html',
    convert: toHtml,
    convertText: toHtml,
  };
  return {
    converter,
    markdownify: (text) => run(text).html,
    smartify: (text) => placing(undefined, () => smartify(text, language.read())),
    highlighted: (html) => engine.highlighted(html),
  };
}

async function chooseEngine(
  config: Configuration,
  stack: Stack,
  language: DefaultLanguage,
  missing: string | null,
  highlighter: Highlighter,
  report: Report,
): Promise<MarkdownEngine> {
  const name = config.raw.markdown;
  if (name === 'CommonMarkGhPages' && stack.service !== null) {
    const { createCommonMark } = await import('./commonmark.ts');
    return createCommonMark(config, highlighter, report);
  }
  if (typeof name === 'string' && name.toLowerCase() === 'kramdown') {
    if (missing !== null) {
      return refusing({
        code: 'kramdown-engine',
        message: `build-site doesn't have ${missing}`,
        ...config.place.kramdown(),
        hint: 'Write `syntax_highlighter: rouge` and `math_engine: mathjax`, or null for either.',
      });
    }
    return kramdownEngine(language, stack);
  }
  return refusing({
    code: 'markdown-processor',
    message: `Invalid Markdown processor given: ${toS(name ?? null)}`,
    ...config.place.markdown(),
    hint:
      stack.service !== null
        ? 'Write `markdown: kramdown`, or `markdown: GFM` for CommonMark with the extensions of GitHub.'
        : 'Write `markdown: kramdown`; its dialect is `kramdown: { input: GFM }`, which is the default.',
  });
}

function kramdownEngine(language: DefaultLanguage, { highlight }: Stack): MarkdownEngine {
  let isSetUp = false;
  return {
    convert(text, encoding) {
      if (!isSetUp) language.setUp();
      isSetUp = true;
      return convert(text, { ...language.read(), encoding });
    },
    highlighted(html) {
      if (highlight.setsKramdownUp) language.setUp();
      return html;
    },
  };
}

/** Jekyll reports an unavailable engine only at the first Markdown page. */
const refusing = (diagnostic: Omit<Diagnostic, 'severity'>): MarkdownEngine => ({
  convert() {
    throw new BuildError(diagnostic);
  },
  highlighted: (html) => html,
});

/** Adds Jekyll's own defaults to `kramdown:`, before kramdown reads it. */
function withJekyllDefaults(config: Configuration, report: Report): RubyHash {
  const hash: RubyHash = new Map(config.known.kramdown);
  if (!truthy(hash.get('syntax_highlighter'))) {
    const isCoderay = truthy(hash.get('enable_coderay'));
    hash.set(
      'syntax_highlighter',
      isCoderay ? 'coderay' : (truthy(config.raw.highlighter) && config.known.highlighter) || 'rouge',
    );
  }
  const own = hash.get('syntax_highlighter_opts');
  const opts: RubyHash = new Map(own instanceof Map ? own : []);
  if (!truthy(opts.get('default_lang'))) opts.set('default_lang', 'plaintext');
  opts.set('guess_lang', (hash.get('guess_lang') ?? null) as Value);
  const coderay = hash.get('coderay');
  const isModern = !(coderay instanceof Map) || coderay.size === 0;
  hash.set('syntax_highlighter_opts', isModern ? opts : withCoderay(opts, coderay, report));
  return hash;
}

const CODERAY_DEFAULTS: RubyHash = new Map<string, Value>([
  ['css', 'style'],
  ['bold_every', 10],
  ['line_numbers', 'inline'],
  ['line_number_start', 1],
  ['tab_width', 4],
  ['wrap', 'div'],
]);

/** `kramdown.coderay` of old sites: its settings go to Rouge, which therefore numbers lines. */
function withCoderay(opts: RubyHash, coderay: RubyHash, report: Report): RubyHash {
  const deprecated = (message: string) =>
    report({ code: 'kramdown-coderay', severity: 'warning', message, path: '_config.yml', hint: CODERAY_HINT });
  deprecated("'kramdown.coderay' is deprecated, and numbers the lines of all code");
  const result: RubyHash = new Map();
  for (const [key, value] of new Map([...opts, ...CODERAY_DEFAULTS, ...coderay])) {
    const name = toS(key);
    const modern = name.replace(/^coderay_/, '');
    if (modern !== name) deprecated(`'${name}' is deprecated: it is now called ${modern}`);
    result.set(modern, value);
  }
  return result;
}

const CODERAY_HINT = "Use 'syntax_highlighter_opts' instead, with `line_numbers: false` for code without numbers.";

/** A gem that the site needs and the stack lacks; Jekyll reports it only at the first Markdown page. */
function missingEngine(hash: RubyHash): string | null {
  if (hash.get('syntax_highlighter') === 'coderay') return 'kramdown-syntax-coderay';
  const math = hash.get('math_engine');
  return truthy(math) && math !== 'mathjax' ? `kramdown-math-${toS(math ?? null)}` : null;
}

/** Reads one option at a time, so that an error can point to the option that kramdown rejects. */
function kramdownOptions(hash: RubyHash, config: Configuration): GivenOptions {
  const options: GivenOptions = {};
  for (const [key, value] of hash) {
    try {
      Object.assign(options, readOptions(new Map([[key, value]])));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const own = error instanceof KramdownError ? error.hint : undefined;
      const hint = own ?? 'The options are listed at https://kramdown.gettalong.org/options.html.';
      const place = config.place.kramdown(toS(key));
      throw new BuildError({ code: 'kramdown-option', message: error.message, ...place, hint }, error);
    }
  }
  return options;
}

/** Turns an error of kramdown for some input into a BuildError that names the page. */
function placing<T>(path: string | undefined, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof KramdownError || error instanceof CommonMarkError)) throw error;
    const hint = error.hint ?? 'kramdown fails here under Jekyll, too: change what the message names.';
    const place = path === undefined ? {} : { path };
    throw new BuildError({ code: 'kramdown', message: error.message, hint, ...place }, error);
  }
}

/** Reports warnings with their position in the page, if Liquid left the content unchanged. */
function reportWarnings(warnings: readonly Warning[], text: string, of: Page | Document, report: Report): void {
  const path = of.source?.path ?? of.relativePath;
  const isVerbatim = of.source?.text.startsWith(text, of.contentStart) ?? false;
  const source: Source = isVerbatim ? of.source! : { path, text };
  const start = isVerbatim ? of.contentStart : 0;
  for (const { message, at } of warnings) {
    const span = at === null ? {} : { span: { source, start: start + at, end: start + at + 1 } };
    report({ code: 'kramdown', severity: 'warning', message, path, ...span });
  }
}
