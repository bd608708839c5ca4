import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { words } from '../words.ts';
import { HASKELL_LITERALS } from './haskell-states.ts';

const RESERVED = `
  _ case class data default deriving do else if in infix infixl infixr instance let newtype of then type where
`;
const SIGN = '[:!#$%&*+.\\\\/<=>?@^|~-]';
const known = words({ kr: RESERVED }, 'n');

function name(lexing: Lexing): void {
  const { text } = lexing;
  if (text === 'import' || text === 'module') {
    lexing.token('kr');
    lexing.push(text);
  } else {
    const { token } = known.of(text);
    lexing.token(token === 'n' && /^'?[A-Z]/.test(text) ? 'kt' : token);
  }
}

export const lexer: LexerDefinition = {
  states: () => ({
    basic: [
      [/\s+/, ''],
      [/\{-#/, 'cp', 'pragma'],
      [/\{-/, 'cm', 'comment'],
      [/^--\s+\|.*/, 'cd'],
      [/--(?![!#$%&*+./<=>?@^|_~]).*/, 'c1'],
    ],
    comment: [
      [/-\}/, 'cm', 'pop'],
      [/\{-/, 'cm', 'comment'],
      [/[^-{}]+|[-{}]/, 'cm'],
    ],
    pragma: [
      [/-\}/, 'cp', 'pop'],
      [/\{-/, 'cp', 'comment'],
      [/[^-{}]+|[-{}]/, 'cp'],
    ],
    root: [
      'basic',
      [/'(?=(?:.|\\\S+)')/, 'sc', 'character'],
      [/"/, 's', 'string'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/\d+\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/0o[0-7]+/i, 'mo'],
      [/0x[\da-f]+/i, 'mh'],
      [/\d+/, 'mi'],
      [/[\w']+/, name],
      [rx`\\(?!${SIGN}+)`, 'nf'],
      [rx`(?:<-|::|->|=>|=)(?!${SIGN}+)`, 'o'],
      [rx`${SIGN}+`, 'o'],
      [/\[\s*\]/, 'kt'],
      [/\(\s*\)/, 'nb'],
      [/(\[)([_a-z][\w']*)(\|)/, ['o', 'n', 'o'], 'quasi-quotation'],
      [/[[\](),;`{}]/, 'p'],
    ],
    import: [
      [/\s+/, ''],
      [/"/, 's', 'string'],
      [/qualified\b/, 'k'],
      [/([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][a-zA-Z0-9_.]*)/, ['nn', '', 'k', '', 'n'], 'pop'],
      [/([A-Z][\w.]*)(\s+)(hiding)(\s+)(\()/, ['nn', '', 'k', '', 'p'], 'goto functions'],
      [/([A-Z][\w.]*)(\s+)(\()/, ['nn', '', 'p'], 'goto functions'],
      [/[\w.]+/, 'nn', 'pop'],
    ],
    module: [
      [/\s+/, ''],
      [/([A-Z][\w.]*)(\s+)(\()/, ['nn', '', 'p'], 'functions'],
      [/where\b/, 'kr', 'pop'],
      [/[A-Z][a-zA-Z0-9_.]*/, 'nn', 'pop'],
    ],
    functions: [
      'basic',
      [/[A-Z]\w*/, 'kt'],
      [/_[\w']+|[a-z][\w']*/, 'nf'],
      [/,/, 'p'],
      [rx`${SIGN}+`, 'o'],
      [/\(/, 'p', 'functions'],
      [/\)/, 'p', 'pop'],
    ],
    ...HASKELL_LITERALS,
  }),
};
