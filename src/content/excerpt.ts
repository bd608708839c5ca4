// The beginning of a document or page, rendered on first use (Jekyll::Excerpt of 3.10.0 and 4.4.1). DocumentExcerpt and
// PageExcerpt are in the files of what they are cut from.

import { BuildError, type Source } from '../diagnostics/diagnostic.ts';
import { joinPath } from '../files/paths.ts';
import { inspect } from '../ruby/inspect.ts';
import { RubyObject } from '../ruby/values.ts';
import { alignment } from '../text/alignment.ts';
import type { SiteContext } from './site-context.ts';

const TAG = /\{%-?\s*(\w+)\s*[\s\S]*?-?%\}/g;
const LINK_DEFINITION = /(?<![^\n]) {0,3}\[[^\]]+\]:[^\n]+/g;
const LINK_DEFINITION_PARTS = /(?<![^\n]) {0,3}(\[[^\]]+\])(:[^\n]+)/g;

export interface ExcerptSite extends SiteContext {
  /** Whether a tag is a block, which needs an end tag. */
  isBlockTag(name: string): boolean;
}

/** What an excerpt is cut from. */
export interface Excerpted {
  readonly site: ExcerptSite;
  readonly relativePath: string;
  readonly source: Source | null;
  readonly contentStart: number;
  readonly content: string | null;
  readonly excerptSeparator: string;
}

export abstract class Excerpt<Owner extends Excerpted = Excerpted> extends RubyObject {
  readonly document: Owner;
  /** `content` before rendering changed it. */
  readonly #written: string;
  #output: string | null = null;
  #rendering = false;

  constructor(document: Owner) {
    super();
    this.document = document;
    this.#written = this.#extract(document.content ?? '', document.excerptSeparator);
  }

  /** Renders it once more; `toS` keeps the result. */
  protected abstract render(): string;

  get content(): string {
    return this.document.site.results.contentOf(this) ?? this.#written;
  }

  /** Maps an offset in the excerpt to the document. Appended end tags map to the separator that cut the block. */
  offsetInDocument(offset: number, text: string): number {
    const { source, contentStart, excerptSeparator } = this.document;
    const at = text === this.#written ? offset : alignment(text, this.#written)(offset);
    const whole = source?.text.slice(contentStart) ?? '';
    const cut = whole.indexOf(excerptSeparator);
    if (cut < 0 || at <= cut) return at;
    const start = this.#written.lastIndexOf('\n', at - 1) + 1;
    const end = this.#written.indexOf('\n', at);
    const definition = whole.indexOf(this.#written.slice(start, end < 0 ? undefined : end), cut);
    return start < cut || definition < 0 ? cut : definition + at - start;
  }

  /** The path for error messages: the document's path with '#excerpt'. */
  get relativePath(): string {
    return joinPath(this.document.relativePath, '#excerpt');
  }

  /** The rendered excerpt. @throws BuildError if it prints itself, which overflows Ruby's stack */
  override toS(): string {
    if (this.#output !== null) return this.#output;
    if (this.#rendering) throw this.#endless();
    this.#rendering = true;
    try {
      const output = this.render();
      this.#output = output;
      return output;
    } finally {
      this.#rendering = false;
    }
  }

  override get isText(): boolean {
    return true;
  }

  #endless(): BuildError {
    const { source, relativePath, contentStart } = this.document;
    return new BuildError({
      code: 'excerpt-in-itself',
      message: `The excerpt of ${relativePath} renders itself recursively`,
      ...(source === null ? {} : { span: { source, start: contentStart, end: contentStart } }),
      path: source?.path ?? relativePath,
      hint: 'Set `excerpt:` in the front matter, or move the code that prints excerpts below the first paragraph.',
    });
  }

  #extract(text: string, separator: string): string {
    const { keepsWholeText, linkDefinitions } = this.document.site.stack.excerpts;
    const at = text.indexOf(separator);
    const head = at < 0 ? text : text.slice(0, at);
    const tail = at < 0 ? '' : text.slice(at + separator.length);
    if (keepsWholeText && tail === '') return head;
    const closed = head.includes('{%') ? this.#closeBlocks(head, separator) : head;
    if (tail === '') return closed;
    if (linkDefinitions === 'all') return `${closed}\n\n${(tail.match(LINK_DEFINITION) ?? []).join('\n')}`;
    const used = [...tail.matchAll(LINK_DEFINITION_PARTS)].filter((match) => closed.includes(match[1]!));
    if (used.length === 0) return closed;
    return `${closed}\n\n${used.map((match) => match[1]! + match[2]!).join('\n')}`;
  }

  /** Appends end tags for the blocks that the separator cut. */
  #closeBlocks(head: string, separator: string): string {
    const { site, source, relativePath } = this.document;
    let text = head;
    const names = [...head.matchAll(TAG)].map((match) => match[1]!).reverse();
    for (const name of names) {
      if (!site.isBlockTag(name)) continue;
      if (new RegExp(`\\{%-?\\s*end${name}[\\s\\S]*?\\s*-?%\\}`).test(text)) continue;
      text += `\n{% end${name} %}`;
    }
    if (text !== head) {
      site.report({
        code: 'excerpt-modified',
        severity: 'warning',
        message: `Excerpt modified in ${relativePath}! A Liquid block contains the excerpt separator ${inspect(separator)}; it was closed with the appropriate tag.`,
        path: source?.path ?? relativePath,
        hint: 'Set `excerpt:` or `excerpt_separator:` in the front matter if the excerpt is not what you want.',
      });
    }
    return text;
  }
}
