import type { Element } from './element.ts';
import type { Parser } from './parser/parser.ts';

export function convertToNative(_parser: Parser, _el: Element): void {
  throw new Error('not yet');
}
