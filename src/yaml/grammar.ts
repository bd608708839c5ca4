// Turns tokens into events, as libyaml 0.2.5's parser does; only for the first document, since SafeYAML stops there.
// States are kept on an explicit stack, so that deep nesting doesn't overflow JavaScript's.

import { YamlFault } from './cursor.ts';
import type { TakeEvent } from './events.ts';
import { Scanner, type Token, type TokenType } from './scanner.ts';
import { TagHandles } from './tag-handles.ts';
import { readable } from './unreadable.ts';

/**
 * Sends the events of the first document (none if the text is empty), each before the text after it is scanned.
 * @throws YamlFault if libyaml rejects the text, or InvalidByte, after the events that come before that place
 */
export function parseEvents(text: string, take: TakeEvent): void {
  const { text: sound, fault } = readable(text);
  if (fault === null) new Grammar(text, take).document();
  else {
    // What libyaml can't read is an error before the events of a token that it has read for.
    const grammar = new Grammar(sound, (event) => {
      if (grammar.hasPassed(sound.length)) throw fault;
      take(event);
    });
    try {
      if (sound !== '') grammar.document();
    } catch (error) {
      if (!(error instanceof YamlFault) || !grammar.hasPassed(sound.length)) throw error;
    }
    if (grammar.hasPassed(sound.length)) throw fault;
  }
}

// libyaml has no limit, but no real data is this deep, and the readers of the values recurse for each level.
const MAX_DEPTH = 1000;

type State =
  | 'document-end'
  | 'block-sequence'
  | 'indentless-sequence'
  | 'block-mapping-key'
  | 'block-mapping-value'
  | 'flow-sequence'
  | 'flow-sequence-first'
  | 'flow-pair-key'
  | 'flow-pair-value'
  | 'flow-pair-end'
  | 'flow-mapping'
  | 'flow-mapping-first'
  | 'flow-mapping-value'
  | 'flow-mapping-empty-value';

// The tokens that may follow if a node was left out.
const DOCUMENT_ENDS: readonly TokenType[] = ['directive', 'document-start', 'document-end', 'stream-end'];
const SEQUENCE_ENDS: readonly TokenType[] = ['block-entry', 'block-end'];
const INDENTLESS_ENDS: readonly TokenType[] = ['block-entry', 'key', 'value', 'block-end'];
const MAPPING_ENDS: readonly TokenType[] = ['key', 'value', 'block-end'];
const FLOW_SEQUENCE_ENDS: readonly TokenType[] = ['flow-entry', 'flow-sequence-end'];
const FLOW_MAPPING_ENDS: readonly TokenType[] = ['flow-entry', 'flow-mapping-end'];
const FLOW_KEY_ENDS: readonly TokenType[] = ['value', 'flow-entry', 'flow-mapping-end'];

class Grammar {
  readonly #scanner: Scanner;
  readonly #take: TakeEvent;
  readonly #handles = new TagHandles();
  readonly #states: State[] = [];
  /** Where each open collection with an end token of its own began. */
  readonly #marks: number[] = [];
  #depth = 0;

  constructor(text: string, take: TakeEvent) {
    this.#scanner = new Scanner(text);
    this.#take = take;
  }

  /** Whether libyaml has looked past an offset. */
  hasPassed(offset: number): boolean {
    return this.#scanner.reach > offset;
  }

  document(): void {
    if (this.#at('stream-end')) return;
    this.#states.push('document-end');
    if (!this.#at('directive') && !this.#at('document-start')) this.#node(true, false);
    else {
      while (this.#at('directive')) this.#handles.add(this.#scanner.take());
      const token = this.#scanner.peek();
      if (token.type !== 'document-start')
        throw new YamlFault('did not find expected <document start>', '', 0, token.mark);
      this.#scanner.take();
      if (this.#atAnyOf(DOCUMENT_ENDS)) this.#empty();
      else this.#node(true, false);
    }
    for (;;) {
      const state = this.#states.pop()!;
      if (state === 'document-end') break;
      this.#step(state);
    }
    // libyaml scans one more token, which must be valid.
    this.#scanner.peek();
  }

  #step(state: State): void {
    switch (state) {
      case 'block-sequence':
        this.#blockSequence();
        break;
      case 'indentless-sequence':
        this.#indentlessSequence();
        break;
      case 'block-mapping-key':
        this.#blockMappingKey();
        break;
      case 'block-mapping-value':
        this.#blockMappingValue();
        break;
      case 'flow-sequence':
      case 'flow-sequence-first':
        this.#flowSequence(state === 'flow-sequence-first');
        break;
      case 'flow-pair-key':
        this.#flowPairKey();
        break;
      case 'flow-pair-value':
        this.#flowPairValue();
        break;
      case 'flow-mapping':
      case 'flow-mapping-first':
        this.#flowMapping(state === 'flow-mapping-first');
        break;
      case 'flow-mapping-value':
        this.#flowMappingValue();
        break;
      case 'flow-mapping-empty-value':
        this.#empty();
        break;
      default:
        this.#end();
    }
  }

  #at(type: TokenType): boolean {
    return this.#scanner.peek().type === type;
  }

  #atAnyOf(types: readonly TokenType[]): boolean {
    return types.includes(this.#scanner.peek().type);
  }

  #empty(anchor?: string, tag = ''): void {
    const { mark } = this.#scanner.peek();
    this.#take({ type: 'scalar', value: '', quoted: false, tag, anchor, start: mark, end: mark });
  }

  #fault(problem: string, context: string, mark: number): YamlFault {
    return new YamlFault(problem, context, mark, this.#scanner.peek().mark);
  }

  /** `block`: block collections are allowed here. `indentless`: so is a sequence in its parent's column. */
  #node(block: boolean, indentless: boolean): void {
    const first = this.#scanner.peek();
    if (first.type === 'alias') {
      this.#scanner.take();
      this.#take({ type: 'alias', anchor: first.value, start: first.mark, end: first.end });
      return;
    }
    let anchor: string | undefined;
    let tagToken: Token | null = null;
    let token = first;
    while ((anchor === undefined && token.type === 'anchor') || (tagToken === null && token.type === 'tag')) {
      this.#scanner.take();
      if (token.type === 'anchor') anchor = token.value;
      else tagToken = token;
      token = this.#scanner.peek();
    }
    const tag = tagToken === null ? '' : this.#handles.resolve(tagToken, first.mark);
    const { type } = token;
    if (type === 'scalar') {
      this.#scanner.take();
      const quoted = tag === '' && !token.plain;
      this.#take({ type: 'scalar', value: token.value, quoted, tag, anchor, start: token.mark, end: token.end });
    } else if (indentless && type === 'block-entry') {
      this.#start('sequence', anchor, token.mark, 'indentless-sequence');
    } else if (type === 'flow-sequence-start') this.#open('sequence', anchor, 'flow-sequence-first');
    else if (type === 'flow-mapping-start') this.#open('mapping', anchor, 'flow-mapping-first');
    else if (block && type === 'block-sequence-start') this.#open('sequence', anchor, 'block-sequence');
    else if (block && type === 'block-mapping-start') this.#open('mapping', anchor, 'block-mapping-key');
    else if (tagToken !== null || anchor !== undefined) this.#empty(anchor, tag);
    else {
      const context = block ? 'while parsing a block node' : 'while parsing a flow node';
      throw this.#fault('did not find expected node content', context, first.mark);
    }
  }

  #start(type: 'sequence' | 'mapping', anchor: string | undefined, start: number, state: State): void {
    if (++this.#depth > MAX_DEPTH) throw this.#fault(`found more than ${MAX_DEPTH} levels`, '', start);
    this.#take({ type, anchor, start });
    this.#states.push(state);
  }

  #open(type: 'sequence' | 'mapping', anchor: string | undefined, state: State): void {
    const { mark } = this.#scanner.peek();
    this.#start(type, anchor, mark, state);
    this.#marks.push(mark);
    this.#scanner.take();
  }

  #end(): void {
    this.#depth--;
    this.#take({ type: 'end' });
  }

  #close(): void {
    this.#scanner.take();
    this.#marks.pop();
    this.#end();
  }

  // Parses a node, or an empty scalar if one of these tokens follows; then continues in `state`.
  #nodeUnless(block: boolean, indentless: boolean, state: State, types: readonly TokenType[]): void {
    this.#states.push(state);
    if (this.#atAnyOf(types)) this.#empty();
    else this.#node(block, indentless);
  }

  #blockSequence(): void {
    if (this.#at('block-entry')) {
      this.#scanner.take();
      this.#nodeUnless(true, false, 'block-sequence', SEQUENCE_ENDS);
    } else this.#closeBlock("did not find expected '-' indicator", 'while parsing a block collection');
  }

  #indentlessSequence(): void {
    if (this.#at('block-entry')) {
      this.#scanner.take();
      this.#nodeUnless(true, false, 'indentless-sequence', INDENTLESS_ENDS);
    } else this.#end();
  }

  #blockMappingKey(): void {
    if (this.#at('key')) {
      this.#scanner.take();
      this.#nodeUnless(true, true, 'block-mapping-value', MAPPING_ENDS);
    } else this.#closeBlock('did not find expected key', 'while parsing a block mapping');
  }

  #blockMappingValue(): void {
    if (this.#at('value')) {
      this.#scanner.take();
      this.#nodeUnless(true, true, 'block-mapping-key', MAPPING_ENDS);
    } else {
      this.#states.push('block-mapping-key');
      this.#empty();
    }
  }

  #closeBlock(problem: string, context: string): void {
    if (!this.#at('block-end')) throw this.#fault(problem, context, this.#marks.at(-1)!);
    this.#close();
  }

  #flowSequence(isFirst: boolean): void {
    if (!isFirst && !this.#at('flow-sequence-end')) {
      this.#expectEntry("did not find expected ',' or ']'", 'while parsing a flow sequence');
    }
    const { type, mark } = this.#scanner.peek();
    if (type === 'flow-sequence-end') this.#close();
    else if (type === 'key') {
      // `[a: b]`: a mapping with one key.
      this.#scanner.take();
      this.#states.push('flow-sequence');
      this.#start('mapping', undefined, mark, 'flow-pair-key');
    } else {
      this.#states.push('flow-sequence');
      this.#node(false, false);
    }
  }

  #flowPairKey(): void {
    this.#states.push('flow-pair-value');
    if (this.#at('value') || this.#atAnyOf(FLOW_SEQUENCE_ENDS)) {
      this.#empty();
      // libyaml 0.2.5 skips this token, whatever it is.
      this.#scanner.take();
    } else this.#node(false, false);
  }

  #flowPairValue(): void {
    this.#states.push('flow-pair-end');
    this.#flowValue(FLOW_SEQUENCE_ENDS);
  }

  #flowMapping(isFirst: boolean): void {
    if (!isFirst && !this.#at('flow-mapping-end')) {
      this.#expectEntry("did not find expected ',' or '}'", 'while parsing a flow mapping');
    }
    if (this.#at('flow-mapping-end')) this.#close();
    else if (this.#at('key')) {
      this.#scanner.take();
      this.#nodeUnless(false, false, 'flow-mapping-value', FLOW_KEY_ENDS);
    } else {
      this.#states.push('flow-mapping', 'flow-mapping-empty-value');
      this.#node(false, false);
    }
  }

  #flowMappingValue(): void {
    this.#states.push('flow-mapping');
    this.#flowValue(FLOW_MAPPING_ENDS);
  }

  #flowValue(ends: readonly TokenType[]): void {
    if (this.#at('value')) {
      this.#scanner.take();
      if (!this.#atAnyOf(ends)) {
        this.#node(false, false);
        return;
      }
    }
    this.#empty();
  }

  #expectEntry(problem: string, context: string): void {
    if (!this.#at('flow-entry')) throw this.#fault(problem, context, this.#marks.at(-1)!);
    this.#scanner.take();
  }
}
