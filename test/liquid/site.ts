// A small site for templates to render in: what include, link and post_url find, and a payload with every kind of value.

import { type Compat, STACKS } from '../../src/config/stacks.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { LiquidEnvironment } from '../../src/liquid/compile/environment.ts';
import { createEnvironment, type LiquidOptions } from '../../src/liquid/engine.ts';
import type { IncludedFile, Linkable, LiquidHost, PostReference } from '../../src/liquid/runtime/host.ts';
import { digitsToInteger } from '../../src/ruby/integer.ts';
import { dateToTime } from '../../src/ruby/time.ts';
import { UsAscii } from '../../src/ruby/us-ascii.ts';
import {
  RubyDate,
  RubyFloat,
  type RubyHash,
  RubyObject,
  RubySymbol,
  RubyTime,
  type Value,
} from '../../src/ruby/values.ts';
import { UTC } from '../../src/ruby/zone.ts';

/** The site's files, by path. */
export const FILES: Readonly<Record<string, string>> = {
  '_includes/plain.html': 'plain include\n',
  '_includes/bare': '<{{ include.text }}|{{ page.title }}>',
  '_includes/note.html': '<p class="{{ include.kind | default: "info" }}">{{ include.text | upcase }}</p>\n',
  '_includes/nothing.html': '{% comment %}nothing to see{% endcomment %}{% if false %} {% endif %}',
  '_includes/outer.html': '[{% include note.html %}{% include bare text=include.text %}]',
  '_includes/sets.html':
    '{% assign leaked = "from the include" %}{% capture caught %}{{ include.text }}{% endcapture %}',
  '_includes/breaks.html': 'before{% break %}after',
  '_includes/sub/deep.md': 'deep {{ x }}{{ forloop.index }}',
  '_includes/broken.html': 'fine so far\n{% if page.title %}\n',
  '_includes/unknown.html': 'one\ntwo {% nosuchtag %}\n',
  '_includes/fails.html': 'one\n{{ page.title | divided_by: 0 }}\n',
  '_includes/round.html': '{% include round.html n=1 %}',
  '_posts/2020-01-02-first-post.md': '---\ntitle: First\n---\n',
  '_posts/2021-05-06-second.md': '---\ntitle: Second\n---\n',
  '_posts/sub/2021-07-08-third.md': '---\ntitle: Third\n---\n',
  'about.md': '---\ntitle: About\n---\n',
  'pages/deep.html': '---\n---\n',
  'assets/data.txt': 'data\n',
};

const ADDRESSES: Readonly<Record<string, string>> = {
  'about.md': '/about.html',
  'pages/deep.html': '/pages/deep.html',
  'assets/data.txt': '/assets/data.txt',
  '_posts/2020-01-02-first-post.md': '/2020/01/02/first-post.html',
  '_posts/2021-05-06-second.md': '/2021/05/06/second.html',
  '_posts/sub/2021-07-08-third.md': '/2021/07/08/third.html',
};

/** Plugins' tags, replaced by ones that print their name. */
export const STAND_INS: readonly string[] =
  'seo feed_meta avatar gist octicon github_edit_link include_cached bibliography cite asset_path'.split(' ');

/** A value in JSON: `{ "$hash": [[key, value], …] }`, $float, $date, $time, $symbol, $integer. */
export type Encoded = null | boolean | number | string | Encoded[] | { [kind: `$${string}`]: unknown };

const hash = (...pairs: [Encoded, Encoded][]): Encoded => ({ $hash: pairs });

/** The payload that templates see, a new one for each. */
export const DATA: Encoded = hash(
  ['s', 'Hello World'],
  ['empty_s', ''],
  ['spaces', '  \n\t '],
  ['html', '<p class="a">Fish & "chips" <!-- no --> it\'s</p><script>x < 1</script>'],
  ['uni', 'Ünïcödé ß Ǆ 日本語 🎉'],
  ['ten', '10'],
  ['num_s', '3.70'],
  ['neg_s', '-4.5'],
  ['junk_s', '12abc'],
  ['csv', 'a, b,c,,d,,'],
  ['lines', 'one\ntwo\r\nthree\n'],
  ['path', '/blog/Über uns/index.html?q=a b#top'],
  ['mail', 'mailto:a@example.org'],
  ['i', 7],
  ['zero', 0],
  ['neg', -3],
  ['big', { $integer: '123456789012345678901234567890' }],
  ['f', { $float: '2.5' }],
  ['g', { $float: '0.1' }],
  ['whole', { $float: '3.0' }],
  ['tiny', { $float: '0.00000015' }],
  ['huge', { $float: '1e20' }],
  ['t', true],
  ['no', false],
  ['n', null],
  ['sym', { $symbol: 'pretty' }],
  ['date', { $date: '2020-02-29' }],
  ['time', { $time: [1583020805, 0, 0] }],
  ['local', { $time: [1583020805, 500000000, 28800] }],
  ['utc', { $time: [1583020805, 0, null] }],
  ['date_s', '2020-03-04 05:06:07 +0800'],
  ['list', [3, 1, 2]],
  ['words', ['pear', 'Apple', 'fig', 'apple']],
  ['mixed', [1, 'two', null, { $float: '3.5' }, true, ['x', 'y'], hash(['k', 'v'])]],
  ['nested', [[1, [2, 3]], [4], []]],
  ['empty_a', []],
  ['nils', [null, 'a', null]],
  ['h', hash(['a', 1], ['b', 'x"y'], ['c', null], ['size', 'own'], [5, 'five'], [{ $symbol: 'sy' }, 1])],
  ['h2', hash(['first', 'F'], ['list', ['q', 'r']], ['deep', hash(['er', hash(['x', 42])])])],
  ['empty_h', hash()],
  ['key', 'a'],
  ['idx', 1],
  [
    'items',
    [
      hash(['name', 'Cay'], ['n', 3], ['tags', ['x', 'y']], ['on', true], ['d', { $date: '2020-01-03' }], ['k', '01']),
      hash(['name', 'abe'], ['n', 1], ['tags', ['y']], ['on', false], ['d', { $date: '2019-01-03' }], ['k', '1.50']),
      hash(['name', 'Bob'], ['n', 2], ['tags', []], ['d', null], ['k', 2], ['sub', hash(['v', 9])]),
      hash(['name', 'abe'], ['n', null], ['tags', 'x'], ['on', true], ['k', '3']),
    ],
  ],
  [
    'page',
    hash(
      ['title', 'The Page'],
      ['path', 'pages/deep.html'],
      ['url', '/pages/deep.html'],
      ['tags', ['t1', 't2']],
      ['date', { $time: [1583020805, 0, 0] }],
    ),
  ],
  ['site', hash(['title', 'Site'], ['baseurl', '/base'], ['url', 'https://example.org'], ['n', 1])],
);

export function decode(value: Encoded): Value {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  const [kind, content] = Object.entries(value)[0] as [string, never];
  switch (kind) {
    case '$hash':
      return new Map((content as [Encoded, Encoded][]).map(([key, item]) => [decode(key), decode(item)]));
    case '$float':
      return new RubyFloat(Number(content));
    case '$date':
      return new RubyDate(...((content as string).split('-').map(Number) as [number, number, number]));
    case '$time': {
      const [seconds, nanoseconds, offset] = content as [number, number, number | null];
      return new RubyTime(seconds, nanoseconds, offset ?? 0, offset === null ? 'UTC' : null, offset === null);
    }
    case '$symbol':
      return new RubySymbol(content);
    case '$integer':
      return digitsToInteger(content);
    default:
      throw new Error(`unknown kind ${kind}`);
  }
}

class Link extends RubyObject implements Linkable {
  readonly className = 'Jekyll::Page';
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
  }
  toLiquid(): Value {
    return new Map([['url', this.url]]);
  }
}

function posts(): PostReference[] {
  return Object.keys(FILES).flatMap((path) => {
    const match = /(\d+)-(\d+)-(\d+)-([^/]*)\.md$/.exec(path);
    if (!match) return [];
    const date = dateToTime(new RubyDate(Number(match[1]), Number(match[2]), Number(match[3])), UTC);
    return [Object.assign(new Link(ADDRESSES[path]!), { relativePath: path, date, slug: match[4]! })];
  });
}

/** 2026-11-23 12:00:00 UTC, the time of the reference's clock. */
export const NOW = new RubyTime(1795435200, 0, 0, 'UTC');

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The options of a highlight tag, which the fake highlighter puts before the code. */
const asked = (options: ReadonlyMap<string, string | boolean | string[]>): string =>
  [...options].map(([key, value]) => `${key}=${String(value)};`).join('');

/** The site as Liquid sees it. Its Markdown converter is a fake that names its input. */
export function createHost(compat: Compat, files = FILES, root = '', activeSupport = false): LiquidHost {
  const include = (path: string): IncludedFile | null => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined;
    return text === undefined ? null : { path: `${root}/${path}`, source: { path, text } };
  };
  const named = new Map<string, IncludedFile | null>();
  return {
    stack: STACKS[compat],
    config: new Map<Value, Value>([
      ['url', 'https://example.org'],
      ['baseurl', '/base'],
      ['highlighter', 'rouge'],
    ]) as RubyHash,
    now: NOW,
    zone: UTC,
    activeSupport,
    markdownify: (text) => `<md ascii=${text instanceof UsAscii}>${text}</md>`,
    smartify: (text) => `<smart>${text}</smart>`,
    sassify: (text, syntax) => `/* ${syntax} */${text}`,
    highlight: (code, _language, options) => asked(options) + code.replace(/[&<>]/g, (c) => ESCAPES[c]!),
    includeFolders: [`${root}/_includes`],
    findInclude(name) {
      let file = named.get(name);
      if (file === undefined) {
        file = include(`_includes/${name.replace(/^\/+/, '')}`);
        named.set(name, file);
      }
      return file;
    },
    findRelativeInclude: (name) => ({ file: include(`pages/${name}`), folder: `${root}/pages` }),
    findByPath: (path) => {
      // A static file's own path has a slash in front.
      const url = ADDRESSES[path.startsWith('/assets/') ? path.slice(1) : path];
      return url === undefined ? null : new Link(url);
    },
    posts,
  };
}

/** An environment that collects its warnings. */
export function collectingEnvironment(
  compat: Compat,
  options: Partial<LiquidOptions> = {},
): { env: LiquidEnvironment; warnings: Diagnostic[] } {
  const warnings: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => warnings.push(diagnostic);
  const env = createEnvironment({ stack: STACKS[compat], report, ...options });
  for (const name of STAND_INS) {
    env.tags.set(name, { parse: (markup) => ({ render: () => `[${name} ${markup.trim()}]` }) });
  }
  return { env, warnings };
}
