import type { LexerDefinition } from '../lexer.ts';
import { type PythonMemory, pythonStates, startPython } from './python.ts';

const WORDS = {
  keywords: 'fn self alias out read mut owned ref var struct trait raises with in match case',
  builtins: '__mlir_attr __mlir_type __mlir_op parameter alwaysinline register_passable',
};

export const lexer: LexerDefinition<PythonMemory> = {
  start: startPython,
  states: (rouge) => pythonStates(rouge, WORDS),
};
