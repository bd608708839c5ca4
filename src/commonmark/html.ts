// Writes the tree as HTML: like commonmarker's renderer in Ruby (0.23.12), with the headings and code of
// jekyll-commonmark-ghpages (0.5.1).

import { escapeHref, escapeHtml } from './escapes.ts';
import type { Node } from './library.ts';
import { walk } from './library.ts';
import type { CommonMarkOptions } from './options.ts';

export function renderHtml(document: Node, options: CommonMarkOptions): string {
  const renderer = new HtmlRenderer(options);
  for (const { node, entering } of walk(document)) {
    if (entering) renderer.enter(node);
    else renderer.leave(node);
  }
  return renderer.finish();
}

const FILTERED = /<(title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?=[ \t\r\n\f\v]|>|\/>)/giu;

class HtmlRenderer {
  readonly #options: CommonMarkOptions;
  #out = '';
  /** Whether the output is empty or ends with a newline. */
  #atLineStart = true;
  /** The output before a heading, while the heading's content is written. */
  #beforeHeading = '';
  readonly #ids = new Map<string, number>();
  /** Whether each enclosing list is tight, innermost last. */
  readonly #tight: boolean[] = [];
  /** The number of enclosing images: in them, only text and line ends are written. */
  #images = 0;
  #footnotes = 0;
  /** The last footnote that already has a link back. */
  #linkedBack = 0;

  constructor(options: CommonMarkOptions) {
    this.#options = options;
  }

  enter(node: Node): void {
    if (this.#images === 0) this.#enter(node);
    else if (node.type === 'image') this.#images++;
    else if (node.type === 'text' || node.type === 'softbreak') this.#enter(node);
  }

  leave(node: Node): void {
    if (node.type === 'image') this.#images--;
    if (this.#images === 0) this.#leave(node);
  }

  finish(): string {
    if (this.#linkedBack > 0) this.#write('</ol>\n</section>\n');
    return this.#out;
  }

  #enter(node: Node): void {
    switch (node.type) {
      case 'block_quote':
        this.#line(`<blockquote${this.#position(node)}>\n`);
        break;
      case 'list':
        this.#tight.push(node._listData.tight);
        this.#line(listTag(node, this.#position(node)));
        break;
      case 'item':
        this.#line(`<li${this.#position(node)}>`);
        if (node.checked !== undefined) this.#write(`${checkbox(node.checked)} `);
        break;
      case 'paragraph':
        if (!this.#isBare(node)) this.#line(`<p${this.#position(node)}>`);
        return;
      case 'heading':
        this.#line('');
        this.#beforeHeading = this.#out;
        this.#out = '';
        return;
      case 'thematic_break':
        this.#block(`<hr${this.#position(node)} />`);
        break;
      case 'code_block':
        this.#code(node);
        break;
      case 'html_block':
        this.#block(this.#html(node.literal!));
        break;
      case 'footnote_definition':
        if (this.#footnotes === 0) this.#write('<section class="footnotes">\n<ol>\n');
        this.#write(`<li id="fn${++this.#footnotes}">\n`);
        return;
      default:
        this.#write(this.#opening(node));
    }
  }

  #opening(node: Node): string {
    switch (node.type) {
      case 'table':
        return `<table${this.#position(node)}>\n`;
      case 'table_row':
        return `${node.prev ? (node.prev.prev ? '' : '<tbody>\n') : '<thead>\n'}<tr${this.#position(node)}>\n`;
      case 'table_cell':
        return cellTag(node, this.#position(node));
      case 'text':
        return escapeHtml(node.literal!);
      case 'softbreak':
        if (this.#options.options.has('HARDBREAKS')) return '<br />\n';
        return this.#options.options.has('NOBREAKS') ? ' ' : '\n';
      case 'linebreak':
        return '<br />\n';
      case 'code':
        return `<code>${escapeHtml(node.literal!)}</code>`;
      case 'html_inline':
        return this.#html(node.literal!);
      case 'emph':
        return '<em>';
      case 'strong':
        return node.parent!.type === 'strong' ? '' : '<strong>';
      case 'strikethrough':
        return '<del>';
      case 'link':
        return `<a href="${escapeHref(node.destination)}"${titleOf(node)}>`;
      case 'image':
        this.#images++;
        return `<img src="${escapeHref(node.destination)}" alt="`;
      case 'footnote_reference':
        return `<sup class="footnote-ref"><a href="#fn${node.literal}" id="fnref${node.literal}">${node.literal}</a></sup>`;
      default:
        return '';
    }
  }

  #leave(node: Node): void {
    switch (node.type) {
      case 'block_quote':
        this.#endLine('</blockquote>');
        break;
      case 'list':
        this.#endLine(node._listData.type === 'bullet' ? '</ul>' : '</ol>');
        this.#tight.pop();
        break;
      case 'item':
        this.#endLine('</li>');
        break;
      case 'paragraph':
        if (this.#isBare(node)) return;
        if (node.parent!.type === 'footnote_definition' && !node.next) this.#write(` ${this.#linkBack()}`);
        this.#endLine('</p>');
        break;
      case 'heading': {
        const content = this.#out;
        this.#out = this.#beforeHeading;
        this.#write(`<h${node.level}${this.#position(node)} id="${this.#id(content)}">${content}`);
        this.#endLine(`</h${node.level}>`);
        break;
      }
      case 'footnote_definition': {
        const back = this.#linkBack();
        this.#write(back === '' ? '</li>\n' : `${back}\n</li>\n`);
        return;
      }
      default:
        this.#write(closing(node));
    }
  }

  /** In tight lists, paragraphs have no tags. */
  #isBare(paragraph: Node): boolean {
    return this.#tight.at(-1) === true && paragraph.parent!.type !== 'block_quote';
  }

  #write(html: string): void {
    if (html === '') return;
    this.#out += html;
    this.#atLineStart = html.endsWith('\n');
  }

  /** Writes at the start of a line. */
  #line(html: string): void {
    if (!this.#atLineStart) this.#write('\n');
    this.#write(html);
  }

  #endLine(html: string): void {
    this.#write(html);
    if (!this.#atLineStart) this.#write('\n');
  }

  #block(html: string): void {
    this.#line('');
    this.#endLine(html);
  }

  /** Unlike other blocks, code that isn't highlighted is written without line breaks around it. */
  #code(node: Node): void {
    const { info, literal } = node;
    // Ruby's split returns nothing for separators alone.
    const language = info && /[^ \t\r\n\f\v,]/.test(info) ? info.split(/[ \t\r\n\f\v,]/, 1)[0]! : null;
    const html = this.#options.codeBlock?.(literal!, language) ?? null;
    if (html !== null) this.#block(html);
    else if (this.#options.options.has('GITHUB_PRE_LANG')) {
      this.#write(
        `<pre${this.#position(node)}${language === null ? '' : ` lang="${language}"`}><code>${escapeHtml(literal!)}</code></pre>`,
      );
    } else {
      const className = language === null ? '' : ` class="language-${language}"`;
      this.#write(`<pre${this.#position(node)}><code${className}>${escapeHtml(literal!)}</code></pre>`);
    }
  }

  #position(block: Node): string {
    if (!this.#options.options.has('SOURCEPOS')) return '';
    const [[line, column], [lastLine, lastColumn]] = block.sourcepos;
    return ` data-sourcepos="${line}:${column}-${lastLine}:${lastColumn}"`;
  }

  #html(html: string): string {
    if (!this.#options.options.has('UNSAFE')) return '<!-- raw HTML omitted -->';
    return this.#options.extensions.has('tagfilter') ? html.replace(FILTERED, '&lt;$1') : html;
  }

  #linkBack(): string {
    if (this.#linkedBack === this.#footnotes) return '';
    this.#linkedBack = this.#footnotes;
    return `<a href="#fnref${this.#footnotes}" class="footnote-backref">↩</a>`;
  }

  /** From a heading's HTML, including tags: ASCII letters and digits, starting at the first letter of each line. */
  #id(html: string): string {
    const id =
      html
        .replace(/(?<![^\n])[^a-zA-Z]+/g, '')
        .replace(/[^a-zA-Z0-9 -]/g, '')
        .replaceAll(' ', '-')
        .toLowerCase() || 'section';
    const used = this.#ids.get(id);
    this.#ids.set(id, used === undefined ? 0 : used + 1);
    return used === undefined ? id : `${id}-${used + 1}`;
  }
}

function listTag({ _listData: { type, start } }: Node, position: string): string {
  if (type === 'bullet') return `<ul${position}>\n`;
  return start === 1 ? `<ol${position}>\n` : `<ol start="${start}"${position}>\n`;
}

const checkbox = (checked: boolean): string => `<input type="checkbox" ${checked ? 'checked="" ' : ''}disabled="" />`;

const titleOf = ({ title }: Node): string => (title === '' ? '' : ` title="${escapeHtml(title)}"`);

function cellTag(cell: Node, position: string): string {
  const row = cell.parent!;
  let column = 0;
  for (let before = cell.prev; before; before = before.prev) column++;
  const alignment = row.parent!.table!.alignments[column] ?? null;
  return `<${row.prev ? 'td' : 'th'}${alignment === null ? '' : ` align="${alignment}"`}${position}>`;
}

function closing(node: Node): string {
  switch (node.type) {
    case 'table':
      return node.firstChild?.next ? '</tbody>\n</table>\n' : '</table>\n';
    case 'table_row':
      return node.prev ? '</tr>\n' : '</tr>\n</thead>\n';
    case 'table_cell':
      return node.parent!.prev ? '</td>\n' : '</th>\n';
    case 'emph':
      return '</em>';
    case 'strong':
      return node.parent!.type === 'strong' ? '' : '</strong>';
    case 'strikethrough':
      return '</del>';
    case 'link':
      return '</a>';
    case 'image':
      return `"${titleOf(node)} />`;
    default:
      return '';
  }
}
