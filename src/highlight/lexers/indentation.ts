import type { Lexing } from '../lexer.ts';

/** The indentation of the last line; and the open block's indentation, with the state of its lines. */
export interface Indentation {
  last: string;
  block: { readonly state: string; readonly indentation: string } | null;
}

/** Lines that are indented more deeply than the current one will be in this state. */
export function openBlock({ memory }: Lexing<Indentation>, state: string): void {
  memory.block = { state, indentation: memory.last };
}

/** At the start of a line: enters the state of the open block, or `content`. */
export function indent(lexing: Lexing<Indentation>): void {
  const { memory, text } = lexing;
  lexing.token('');
  memory.last = text;
  const { block } = memory;
  if (block !== null && text.startsWith(block.indentation) && text !== block.indentation) lexing.push(block.state);
  else {
    memory.block = null;
    lexing.push('content');
  }
}
