// jekyll-toc 0.19.0: a table of contents from a page's headings, through `{% toc %}` and the filters toc, toc_only and
// inject_anchors, if front matter has `toc: true`.

import type { ExactSite } from '../contract/exact.ts';
import type { PluginFilter } from '../contract/parts.ts';
import { definePlugin } from '../contract/plugin.ts';
import { parseFragment, parseInside } from '../html4/parse.ts';
import { serializeFragment } from '../html4/serialize.ts';
import type { Element, Node } from '../html4/tree.ts';
import { argumentError } from '../liquid/errors.ts';
import type { Context } from '../liquid/runtime/context.ts';
import { inspect } from '../ruby/inspect.ts';
import { downcase } from '../ruby/strings.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { isHash, type RubyHash, type Value } from '../ruby/values.ts';
import { htmlEscape } from '../text/escape.ts';
import { percentEncode } from '../text/percent.ts';
import { markupTag } from './markup-tag.ts';
import { read } from './values.ts';

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-toc',
  options: {
    section: 'toc',
    doc: 'Tables of contents.',
    fields: {
      min_level: { type: 'number', default: 1, doc: 'The highest heading that is listed: 1 for `h1`.' },
      max_level: { type: 'number', default: 6, doc: 'The lowest heading that is listed.' },
      ordered_list: { type: 'boolean', default: false, doc: 'Number the entries.' },
      no_toc_section_class: {
        type: 'any',
        default: 'no_toc_section',
        doc: 'A class, or a list of classes, of sections to leave out.',
      },
      list_id: { type: 'string', default: 'toc', doc: "The list's id." },
      list_class: { type: 'string', default: 'section-nav', doc: "The list's class." },
      sublist_class: { type: 'string', default: '', doc: 'The class of lists inside it.' },
      item_class: { type: 'string', default: 'toc-entry', doc: 'The class of entries.' },
      item_prefix: { type: 'string', default: 'toc-', doc: 'The prefix of the class for each level.' },
    },
  },
  perBuild: ({ exact }) => ({
    filters: {
      toc: tocFilter(
        exact,
        (html) => html,
        (toc) => toc.list() + toc.withAnchors(),
      ),
      toc_only: tocFilter(
        exact,
        () => '',
        (toc) => toc.list(),
      ),
      inject_anchors: tocFilter(
        exact,
        (html) => html,
        (toc) => toc.withAnchors(),
      ),
    },
    tags: {
      toc: {
        exact: markupTag((_markup, context) =>
          truthy(isEnabled(context))
            ? new TableOfContents(htmlOf(read(context.registers.page, 'content')), exact).list()
            : '',
        ),
      },
    },
  }),
});

const isEnabled = ({ registers }: Context): Value => read(registers.page, 'toc');

/** @param off the result without `toc: true` in front matter */
const tocFilter = (
  site: ExactSite,
  off: (html: Value) => Value,
  on: (toc: TableOfContents) => string,
): PluginFilter => ({
  exact: {
    arity: [0, 0],
    apply: (input, _args, context) =>
      isEnabled(context) === true ? on(new TableOfContents(htmlOf(input), site)) : off(input),
  },
});

/** @throws LiquidError, as Nokogiri does */
function htmlOf(value: Value): string {
  if (value === null || typeof value === 'string') return value ?? '';
  throw argumentError(`jekyll-toc needs HTML as a string, but got ${inspect(value)}`, 'Use it on `content`.');
}

interface Entry {
  readonly id: string;
  /** HTML. */
  readonly text: string;
  readonly heading: Element;
  readonly level: number;
}

class TableOfContents {
  readonly #options: RubyHash;
  readonly #nodes: Node[];
  readonly #entries: Entry[];

  constructor(html: string, { section }: ExactSite) {
    this.#options = isHash(section) ? section : new Map();
    this.#nodes = parseFragment(html);
    this.#entries = this.#read();
  }

  list(): string {
    const tag = this.#tag;
    const [id, classes] = [this.#option('list_id', 'toc'), this.#option('list_class', 'section-nav')];
    return `<${tag} id="${id}" class="${classes}">\n${this.#items(this.#entries)}</${tag}>`;
  }

  /** The HTML, with an anchor link to itself in each heading. */
  withAnchors(): string {
    for (const { id, heading } of this.#entries) {
      if (heading.children.length === 0) {
        throw argumentError("jekyll-toc can't add an anchor to a heading without text", 'Add text to the heading.');
      }
      const link = `<a class="anchor" href="#${id}" aria-hidden="true"><span class="octicon octicon-link"></span></a>`;
      heading.children = [...parseInside(link), ...heading.children];
    }
    return serializeFragment(this.#nodes);
  }

  get #tag(): string {
    return truthy(this.#options.get('ordered_list')) ? 'ol' : 'ul';
  }

  #option(name: string, standard: string): string {
    return toS(this.#options.get(name) ?? standard);
  }

  #read(): Entry[] {
    const level = (name: string, standard: number): number => Number(toS(this.#options.get(name) ?? standard));
    const [least, most] = [level('min_level', 1), level('max_level', 6)];
    const left = this.#options.get('no_toc_section_class') ?? 'no_toc_section';
    const sections = Array.isArray(left) ? left.map(toS) : [toS(left)];
    const times = new Map<string, number>();
    const entries: Entry[] = [];
    const visit = (nodes: readonly Node[]): void => {
      for (const node of nodes) {
        if (node.kind !== 'element') continue;
        const level = /^h[1-9]$/.test(node.name) ? Number(node.name[1]) : 0;
        const classes = classesOf(node);
        if (level >= least && level <= most && level > 0 && !classes.includes('no_toc')) {
          entries.push(this.#entry(node, level, times));
        }
        if (!sections.some((section) => classes.includes(section))) visit(node.children);
      }
    };
    visit(this.#nodes);
    return entries;
  }

  /** Generated ids are numbered if they repeat; ids that headings already have stay, even if duplicated. */
  #entry(heading: Element, level: number, times: Map<string, number>): Entry {
    const text = textOf(heading);
    const own = heading.attributes.get('id');
    let id = own ?? '';
    if (own === undefined) {
      id = idFrom(text);
      const before = times.get(id) ?? 0;
      times.set(id, before + 1);
      if (before > 0) id += `-${before}`;
    }
    return { id, text: htmlEscape(text), heading, level };
  }

  /**
   * The entries of the highest level, each with those below it; entries before the first of them are on the same level.
   */
  #items(entries: readonly Entry[]): string {
    const top = Math.min(...entries.map(({ level }) => level));
    const [tag, sublist] = [this.#tag, this.#option('sublist_class', '')];
    const [item, prefix] = [this.#option('item_class', 'toc-entry'), this.#option('item_prefix', 'toc-')];
    let html = '';
    for (let i = 0; i < entries.length; ) {
      const entry = entries[i]!;
      const isTop = entry.level === top;
      const from = isTop ? i + 1 : i;
      let end = from;
      while (end < entries.length && entries[end]!.level !== top) end++;
      const below = from < end ? this.#items(entries.slice(from, end)) : '';
      if (!isTop) html += below;
      else {
        html += `<li class="${item} ${prefix}${entry.heading.name}"><a href="#${entry.id}">${entry.text}</a>`;
        if (below !== '') html += `\n<${tag}${sublist === '' ? '' : ` class="${sublist}"`}>\n${below}</${tag}>\n`;
        html += '</li>\n';
      }
      i = end;
    }
    return html;
  }
}

const classesOf = (element: Element): string[] => element.attributes.get('class')?.match(/\S+/g) ?? [];

const textOf = (node: Node): string =>
  node.kind === 'text' ? node.text : node.kind === 'element' ? node.children.map(textOf).join('') : '';

/** GitHub's heading ids, with non-ASCII letters percent-encoded. */
function idFrom(text: string): string {
  const plain = downcase(text)
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
  return percentEncode(plain, /[a-zA-Z0-9_.\-~]/);
}
