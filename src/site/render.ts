// Rendering: Liquid, converters and layouts, in Jekyll's order of documents and pages (Jekyll::Renderer and Site#render
// of 3.10.0 and 4.4.1).

import { Document, type DocumentExcerpt } from '../content/document.ts';
import { Excerpt } from '../content/excerpt.ts';
import type { Layout } from '../content/layout.ts';
import { Page, type PageExcerpt } from '../content/page.ts';
import type { Converter, Item } from '../converters/converter.ts';
import { parseTemplate, type RenderInput, renderTemplate } from '../liquid/compile/template.ts';
import type { Template } from '../liquid/runtime/context.ts';
import type { Where } from '../liquid/syntax/parser.ts';
import type { Body } from '../liquid/syntax/tree.ts';
import { deepMerge } from '../ruby/merge.ts';
import { Fields } from '../ruby/table-drop.ts';
import { toS } from '../ruby/to-s.ts';
import type { Text } from '../ruby/us-ascii.ts';
import { isHash, type Value } from '../ruby/values.ts';
import { alignment } from '../text/alignment.ts';
import { ComputedPage } from './computed-page.ts';
import { JekyllDrop } from './drops/jekyll-drop.ts';
import { PayloadDrop } from './drops/payload-drop.ts';
import { SITE, SiteDrop } from './drops/site-drop.ts';
import { ThemeDrop } from './drops/theme-drop.ts';
import { isKnownAhead } from './known-ahead.ts';
import { layoutHint } from './layout-hint.ts';
import { lostOutputs } from './lost-outputs.ts';
import { readSource } from './read-source.ts';
import type { Site } from './site.ts';

/** How many documents and pages are rendered, and how many exist so far. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export class Renderer {
  readonly #site: Site;
  readonly #converters = new Map<string, readonly Converter[]>();
  readonly #templates = new Map<string, Template>();
  readonly #layouts = new Map<Layout, Template>();
  readonly #jekyll: JekyllDrop;
  readonly #theme: ThemeDrop | null;
  readonly #siteFields: Fields<SiteDrop>;
  /** The files that the current item has included. */
  #included = new Set<string>();
  /** Items whose converter has returned a promise. */
  readonly #promised = new Map<Item, Promise<string>>();

  constructor(site: Site) {
    this.#site = site;
    this.#jekyll = new JekyllDrop(site.stack.jekyll, site.environment);
    this.#theme = site.theme === null ? null : new ThemeDrop(site.theme);
    this.#siteFields = new Fields(SITE, site.stack.drops.site);
  }

  renderExcerpt(excerpt: DocumentExcerpt | PageExcerpt): string {
    return this.#run(excerpt, this.payload());
  }

  /** A new payload: the variables that templates don't set themselves. Counters of `increment` are stored in it. */
  payload(): PayloadDrop {
    const site = new SiteDrop(this.#site, this.#siteFields);
    return new PayloadDrop(this.#site.stack.drops.payload, site, this.#jekyll, this.#theme);
  }

  /**
   * Starts converters in other threads for pages whose content is known before rendering. Other pages aren't rendered
   * ahead: a template may count (increment, cycle), and would then count twice.
   */
  startConversions(): void {
    for (const page of this.#site.pages) {
      const converter = this.convertersFor(page.extname).find(({ start }) => start !== undefined);
      if (converter === undefined) continue;
      const isKnown = this.#isKnownAhead(page);
      const when = isKnown
        ? 'is compiled before its turn'
        : 'waits for its turn, since its Liquid may depend on others';
      this.#site.debug?.('sass', `${page.path} ${when}`);
      if (!isKnown) continue;
      const payload = this.payload();
      try {
        const { content } = page;
        const text = this.#hasLiquid(page, page) ? this.#renderContent(page, page, content, payload) : content;
        converter.start!(String(text), page);
      } catch {
        // The same error is reported when the page is rendered.
      }
    }
  }

  #isKnownAhead(page: Page): boolean {
    if (!this.#hasLiquid(page, page)) return true;
    const payload = this.payload();
    return isKnownAhead(page.content, this.#site.liquid, (key) => payload.site.isConfigured(key));
  }

  /** Awaits the promises of converters. */
  async finish(): Promise<void> {
    for (const [item, promise] of this.#promised) {
      if (item instanceof Excerpt) continue;
      const content = await promise;
      this.#site.results.setContent(item, content);
      this.#site.results.setOutput(item, content);
      this.#site.hooks.triggerItem('post_render', item);
    }
    this.#promised.clear();
  }

  /**
   * Renders all documents, then all pages, one per step; each only once, since templates may keep state between pages.
   */
  *renderAll(payload: PayloadDrop): IterableIterator<Progress> {
    const site = this.#site;
    const documents = [...site.collections.values()].flatMap((collection) => collection.docs);
    // A converter may add pages (source maps), which are then rendered too.
    for (let done = 0; done < documents.length + site.pages.length; ) {
      const item = documents[done] ?? site.pages[done - documents.length]!;
      site.results.setOutput(item, this.#run(item, payload));
      if (!this.#promised.has(item)) site.hooks.triggerItem('post_render', item);
      yield { done: ++done, total: documents.length + site.pages.length };
    }
  }

  /** The converters for an extension, in order. */
  convertersFor(extension: string): readonly Converter[] {
    let list = this.#converters.get(extension);
    if (list === undefined) {
      list = this.#site.converters.filter((converter) => converter.matches(extension));
      this.#converters.set(extension, list);
    }
    return list;
  }

  #run(item: Item, payload: PayloadDrop): string {
    const { reads } = this.#site;
    const of = item instanceof Excerpt ? item.document : item;
    reads?.begin(item, of.file);
    try {
      return this.#renderItem(item, of, payload);
    } finally {
      reads?.end();
    }
  }

  #renderItem(item: Item, of: Page | Document, payload: PayloadDrop): string {
    const site = this.#site;
    const page = item.toLiquid();
    payload.set('page', page);
    payload.set('paginator', item instanceof Page ? item.pager : null);
    payload.site.currentDocument = item instanceof Document ? item : null;
    const converters = this.convertersFor(of.extname);
    const fix = converters[0]!.highlighterPrefix ?? null;
    payload.set('highlighter_prefix', fix);
    payload.set('highlighter_suffix', fix);
    const layout = item instanceof Excerpt ? undefined : this.#layoutNamed(item.field('layout'));
    if (layout !== undefined) {
      payload.set('layout', mergeLayout(layout, payload.get('layout')));
    }
    if (!(item instanceof Excerpt)) site.hooks.triggerItem('pre_render', item, payload);

    const content = item.content ?? '';
    let rendered: Text = content;
    this.#included = new Set();
    if (item instanceof ComputedPage) rendered = this.#render(item.template(site.liquid), item.relativePath, payload);
    else {
      const hasLiquid = this.#hasLiquid(item, of);
      // A file that isn't valid text can be written, but not parsed or converted: reading it again throws the error.
      if (of.hasBytes && (hasLiquid || converters.length > 1)) readSource(site, of.file!);
      if (hasLiquid && item instanceof Page) this.#checkTemplatePath(item);
      if (hasLiquid) rendered = this.#renderContent(item, of, content, payload);
      else if (site.debug !== undefined && hasMarkup(content)) {
        site.debug('liquid', `${of.relativePath} keeps its Liquid: it is YAML or CoffeeScript, or switches Liquid off`);
      }
    }
    const converted = this.convert(rendered, item, converters);
    site.results.setContent(item, converted);
    if (item instanceof Excerpt) return converted;
    site.hooks.triggerItem('post_convert', item);
    const output = item.content ?? '';
    return this.#isPlaced(item) ? this.#placeInLayouts(item, output, payload) : output;
  }

  convert(content: Text, item: Item, converters: readonly Converter[]): string {
    let text = content;
    for (const converter of converters) {
      if (converter.convertLater !== undefined && !(item instanceof Excerpt)) {
        const promise = converter.convertLater(String(text), item, (page) => this.#site.addPages(page));
        // A failure is reported when the promise is awaited.
        promise.catch(() => {});
        this.#promised.set(item, promise);
        return '';
      }
      text = converter.convertText?.(text, item) ?? converter.convert(String(text), item);
    }
    return String(text);
  }

  #hasLiquid(item: Item, of: Page | Document): boolean {
    const text = item.content;
    if (text === null || !hasMarkup(text)) return false;
    if (of instanceof Document && (of.extname === '.coffee' || of.isYaml)) return false;
    return !(this.#site.stack.liquid.canBeSwitchedOff && of.field('render_with_liquid') === false);
  }

  /** Without `needsPaths`, a page created by Jekyll needs a path only if the site has no theme. */
  #checkTemplatePath(page: Page): void {
    const { stack, theme } = this.#site;
    if (stack.rendering.needsPaths || (theme === null && page.ownPath === null)) page.checkPath();
  }

  #renderContent(item: Item, of: Page | Document, text: string, payload: PayloadDrop): Text {
    const name = `${of.source?.path ?? of.relativePath}${item instanceof Excerpt ? '/#excerpt' : ''}`;
    const key = this.#site.stack.liquid.cachesTemplates ? templatePath(item) : null;
    let template = key === null ? undefined : this.#templates.get(key);
    let done: RenderInput['done'];
    if (template === undefined) {
      const place = where(item, of, text);
      let tree: Body | null = null;
      template = this.#parse(text, place, name, (body) => {
        tree = body;
      });
      if (key !== null) this.#templates.set(key, template);
      if (tree !== null && !(item instanceof Excerpt) && this.#isMarkdown(of)) {
        done = this.#lostOutputs(tree, text, place, payload);
      }
    }
    return this.#render(template, name, payload, done);
  }

  #isMarkdown({ extname }: Page | Document): boolean {
    return this.#site.config.markdownExtensions.includes(extname.toLowerCase());
  }

  /** Warns of outputs in code that print nothing, unless a tag sets the variable. */
  #lostOutputs(tree: Body, text: string, { source, offset }: Where, payload: PayloadDrop): RenderInput['done'] {
    const { liquid, report, stack } = this.#site;
    const isKnown = (name: string): boolean => payload.get(name) !== undefined;
    const suspects = lostOutputs(tree, text, offset, isKnown, (filter) => liquid.filters.has(filter));
    if (suspects.length === 0) return undefined;
    return (names) => {
      const lost = suspects.filter(({ name }) => !names.has(name) && !isKnown(name));
      const [first] = lost;
      if (first === undefined) return;
      const start = offset + first.start;
      report({
        code: 'output-in-code',
        severity: 'warning',
        message: `${first.text} in code prints nothing: there is no variable '${first.name}'${lost.length === 1 ? '' : ` (and ${lost.length - 1} more on this page)`}`,
        span: { source, start, end: start + first.text.length },
        hint: `To show the code as it is, put it between {% raw %} and {% endraw %}${stack.liquid.canBeSwitchedOff ? ', or write `render_with_liquid: false` in the front matter' : ''}.`,
      });
    };
  }

  #parse(text: string, place: Where, name: string, inspect?: (tree: Body) => void): Template {
    const env = this.#site.liquid;
    const parse = (): Template => parseTemplate(text, env, place, inspect);
    return env.profiler === null ? parse() : env.profiler.parse(name, parse);
  }

  #render(template: Template, name: string, payload: PayloadDrop, done?: RenderInput['done']): Text {
    const registers = { host: this.#site.host, page: payload.get('page') ?? null, included: this.#included };
    const render = (): Text => renderTemplate(template, { payload, registers, ...(done ? { done } : {}) });
    const { profiler } = this.#site.liquid;
    return profiler === null ? render() : profiler.render(name, render);
  }

  #isPlaced(item: Page | Document): boolean {
    if (item.isAsset || (item instanceof Document && item.isYaml)) return false;
    return item.field('layout') !== 'none';
  }

  #layoutNamed(name: Value | undefined): Layout | undefined {
    return typeof name === 'string' ? this.#site.layouts.get(name) : undefined;
  }

  #placeInLayouts(item: Page | Document, content: string, payload: PayloadDrop): string {
    const site = this.#site;
    const name = item.field('layout');
    let layout = site.layouts.get(toS(name));
    if (layout === undefined && name !== null) this.#reportMissingLayout(item, toS(name));
    // The regenerator asks for the path at each layout.
    const needsPath = site.stack.rendering.needsPaths || (item instanceof Page && item.ownPath !== null);
    if (layout !== undefined && item instanceof Page && needsPath) item.checkPath();
    payload.set('layout', null);
    let output = content;
    const used = new Set<Layout>();
    while (layout !== undefined && !used.has(layout)) {
      used.add(layout);
      site.reads?.file(layout.file);
      payload.set('content', output);
      payload.set('layout', mergeLayout(layout, payload.get('layout')));
      let template = this.#layouts.get(layout);
      if (template === undefined) {
        const { content, source, contentStart, hasBytes, file } = layout;
        if (hasBytes) readSource(site, file, source.path);
        template = this.#parse(content, { source, offset: contentStart }, source.path);
        this.#layouts.set(layout, template);
      }
      output = String(this.#render(template, layout.source.path, payload));
      if (site.stack.rendering.datesDocuments && item instanceof Document) item.settleDate();
      layout = this.#layoutNamed(layout.data.get('layout'));
    }
    return output;
  }

  #reportMissingLayout(item: Page | Document, name: string): void {
    const span = item.keySpan('layout');
    this.#site.report({
      code: 'layout-missing',
      severity: 'warning',
      message: `Layout '${name}' requested in ${item.relativePath} does not exist.`,
      ...(span ? { span } : {}),
      path: item.source?.path ?? item.relativePath,
      hint: layoutHint(name, this.#site),
    });
  }
}

const hasMarkup = (text: string): boolean => text.includes('{%') || text.includes('{{');

/** Merges a layout's data under what inner layouts set. */
function mergeLayout(layout: Layout, inner: Value | undefined): Value {
  return deepMerge(layout.data, isHash(inner) ? inner : new Map());
}

function templatePath(item: Item): string {
  if (item instanceof Excerpt) return `${templatePath(item.document)}/#excerpt`;
  return item instanceof Document ? item.file : item.path;
}

/** The position of content in its file. If a plugin or excerpt changed the content, messages align it with the file. */
function where(item: Item, of: Page | Document, text: string): Where {
  const { source, contentStart } = of;
  if (source === null) return { source: { path: of.relativePath, text }, offset: 0 };
  if (source.text.startsWith(text, contentStart)) return { source, offset: contentStart };
  const inContent = (offset: number): number =>
    item instanceof Excerpt
      ? item.offsetInDocument(offset, text)
      : alignment(text, source.text.slice(contentStart))(offset);
  const inFile = (offset: number) => ({ source, offset: contentStart + inContent(offset) });
  return { source: { path: source.path, text, inFile }, offset: 0 };
}
