// Events of tokens, as libyaml 0.2.5's parser makes them; the first document only, since SafeYAML stops there.

import { type Mark, YamlFault } from './cursor.ts';
import type { YamlEvent } from './events.ts';
import { Scanner, type Token, type TokenType } from './scanner.ts';

const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** The first document's events; none for an empty text. Throws a YamlFault where libyaml refuses the text. */
export function parseStrictly(text: string): YamlEvent[] {
  if (UNPRINTABLE.test(text)) {
    const offset = text.search(UNPRINTABLE);
    const start: Mark = { offset, index: 0, line: 0, column: 0 };
    throw new YamlFault('control characters are not allowed', '', start, start);
  }
  return new Grammar(text).document();
}

// libyaml goes on, but nobody's data is this deep, and a call for each level must fit on the stack.
const MAX_DEPTH = 1000;

class Grammar {
  private readonly scanner: Scanner;
  private depth = 0;
  private readonly events: YamlEvent[] = [];

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  document(): YamlEvent[] {
    if (this.at('stream-end')) return this.events;
    if (!this.at('directive', 'document-start')) {
      this.node(true, false);
    } else {
      while (this.at('directive')) this.scanner.take();
      const token = this.scanner.peek();
      const none: Mark = { offset: token.mark.offset, index: 0, line: 0, column: 0 };
      if (!this.at('document-start'))
        throw new YamlFault('did not find expected <document start>', '', none, token.mark);
      this.scanner.take();
      if (this.at('directive', 'document-start', 'document-end', 'stream-end')) this.empty();
      else this.node(true, false);
    }
    // What comes next must at least be a token.
    this.scanner.peek();
    return this.events;
  }

  private at(...types: TokenType[]): boolean {
    return types.includes(this.scanner.peek().type);
  }

  private empty(anchor?: string, tag = ''): void {
    const { offset } = this.scanner.peek().mark;
    this.events.push({ type: 'scalar', value: '', quoted: false, tag, anchor, start: offset, end: offset });
  }

  private fault(problem: string, context: string, mark: Mark): YamlFault {
    return new YamlFault(problem, context, mark, this.scanner.peek().mark);
  }

  /** `block`: block collections may stand here; `indentless`: a sequence may at its parent's column. */
  private node(block: boolean, indentless: boolean): void {
    const first = this.scanner.peek();
    if (this.depth > MAX_DEPTH) throw this.fault(`found more than ${MAX_DEPTH} levels`, '', first.mark);
    if (first.type === 'alias') {
      this.scanner.take();
      this.events.push({ type: 'alias', anchor: first.value, start: first.mark.offset, end: first.end });
      return;
    }
    let anchor: string | undefined;
    let tag = '';
    while ((anchor === undefined && this.at('anchor')) || (tag === '' && this.at('tag'))) {
      const token = this.scanner.take();
      if (token.type === 'anchor') anchor = token.value;
      else tag = token.value;
    }
    const token = this.scanner.peek();
    const start = token.mark.offset;
    this.depth++;
    if (indentless && token.type === 'block-entry') {
      this.events.push({ type: 'sequence', anchor, start });
      this.indentlessSequence();
    } else if (token.type === 'scalar') {
      this.scanner.take();
      const quoted = tag === '' && !token.plain;
      const { value, end } = token;
      this.events.push({ type: 'scalar', value, quoted, tag, anchor, start, end });
    } else if (token.type === 'flow-sequence-start') {
      this.events.push({ type: 'sequence', anchor, start });
      this.flowSequence();
    } else if (token.type === 'flow-mapping-start') {
      this.events.push({ type: 'mapping', anchor, start });
      this.flowMapping();
    } else if (block && token.type === 'block-sequence-start') {
      this.events.push({ type: 'sequence', anchor, start });
      this.blockSequence();
    } else if (block && token.type === 'block-mapping-start') {
      this.events.push({ type: 'mapping', anchor, start });
      this.blockMapping();
    } else if (anchor !== undefined || tag !== '') this.empty(anchor, tag);
    else {
      const context = block ? 'while parsing a block node' : 'while parsing a flow node';
      throw this.fault('did not find expected node content', context, first.mark);
    }
    this.depth--;
  }

  private end(): void {
    this.events.push({ type: 'end' });
  }

  // A node, or an empty one where one of these tokens follows.
  private nodeUnless(block: boolean, indentless: boolean, ...types: TokenType[]): void {
    if (this.at(...types)) this.empty();
    else this.node(block, indentless);
  }

  private blockSequence(): void {
    const { mark } = this.scanner.take();
    while (this.at('block-entry')) {
      this.scanner.take();
      this.nodeUnless(true, false, 'block-entry', 'block-end');
    }
    this.expectBlockEnd("did not find expected '-' indicator", 'while parsing a block collection', mark);
  }

  private indentlessSequence(): void {
    while (this.at('block-entry')) {
      this.scanner.take();
      this.nodeUnless(true, false, 'block-entry', 'key', 'value', 'block-end');
    }
    this.end();
  }

  private blockMapping(): void {
    const { mark } = this.scanner.take();
    while (this.at('key')) {
      this.scanner.take();
      this.nodeUnless(true, true, 'key', 'value', 'block-end');
      this.blockValue();
    }
    this.expectBlockEnd('did not find expected key', 'while parsing a block mapping', mark);
  }

  private blockValue(): void {
    if (!this.at('value')) {
      this.empty();
      return;
    }
    this.scanner.take();
    this.nodeUnless(true, true, 'key', 'value', 'block-end');
  }

  private expectBlockEnd(problem: string, context: string, mark: Mark): void {
    if (!this.at('block-end')) throw this.fault(problem, context, mark);
    this.scanner.take();
    this.end();
  }

  private flowSequence(): void {
    const open = this.scanner.take();
    let first = true;
    while (!this.at('flow-sequence-end')) {
      if (!first) this.expectEntry(open, "did not find expected ',' or ']'", 'while parsing a flow sequence');
      first = false;
      if (this.at('key')) this.flowPair(this.scanner.take());
      else if (!this.at('flow-sequence-end')) this.node(false, false);
    }
    this.scanner.take();
    this.end();
  }

  // `[a: b]`: a mapping of one key.
  private flowPair(key: Token): void {
    this.events.push({ type: 'mapping', anchor: undefined, start: key.mark.offset });
    if (this.at('value', 'flow-entry', 'flow-sequence-end')) {
      this.empty();
      this.scanner.take();
    } else this.node(false, false);
    if (this.at('value')) {
      this.scanner.take();
      this.nodeUnless(false, false, 'flow-entry', 'flow-sequence-end');
    } else this.empty();
    this.end();
  }

  private flowMapping(): void {
    const open = this.scanner.take();
    let first = true;
    while (!this.at('flow-mapping-end')) {
      if (!first) this.expectEntry(open, "did not find expected ',' or '}'", 'while parsing a flow mapping');
      first = false;
      if (this.at('key')) {
        this.scanner.take();
        this.nodeUnless(false, false, 'value', 'flow-entry', 'flow-mapping-end');
        if (this.at('value')) {
          this.scanner.take();
          this.nodeUnless(false, false, 'flow-entry', 'flow-mapping-end');
        } else this.empty();
      } else if (!this.at('flow-mapping-end')) {
        this.node(false, false);
        this.empty();
      }
    }
    this.scanner.take();
    this.end();
  }

  private expectEntry(open: Token, problem: string, context: string): void {
    if (!this.at('flow-entry')) throw this.fault(problem, context, open.mark);
    this.scanner.take();
  }
}
