import type { LexerDefinition } from '../lexer.ts';
import { words } from '../words.ts';

const NAMES = words(
  {
    o: 'or xor and not implies',
    kd: `
  Boolean Integer UnlimitedNatural Real String OrderedSet Tuple Bag Set Sequence OclInvalid OclVoid TupleType
  OclState Collection OclMessage
`,
    k: `
  context pre post inv init body def derive if then else endif import package endpackage let in
`,
    nb: 'self null result true false invalid @pre',
    nf: `
  oclAsSet oclIsNew oclIsUndefined oclIsInvalid oclAsType oclIsTypeOf oclIsKindOf oclInState oclType oclLocale
  hasReturned result isSignalSent isOperationCallabs floor round max min toString div mod size substring concat
  toInteger toReal toUpperCase toLowerCase indexOf equalsIgnoreCase at characters toBoolean includes excludes count
  includesAll excludesAll isEmpty notEmpty sum product selectByKind selectByType asBag asSequence asOrderedSet asSet
  flatten union intersection including excluding symmetricDifferencecount append prepend insertAt subOrderedSet
  first last reverse subSequence any closure collect collectNested exists forAll isUnique iterate one reject select
  sortedBy allInstances average conformsTo
`,
  },
  'n',
);

export const lexer: LexerDefinition = {
  states: (rouge) => ({
    root: [
      [/\s+/, ''],
      [/--.*/, 'c1'],
      [/\d+/, 'mi'],
      [/'/, 's1', 'string'],
      [/[->|+*/<=~!@#%&?^]/, 'o'],
      [/[;:()[\],.]/, 'p'],
      [rouge.later ? /[a-zA-Z]\w*/ : /\w+/, NAMES],
    ],
    string: [
      [/\\./, 'se'],
      [/'/, 's1', 'pop'],
      [/[^\\']+/, 's1'],
    ],
  }),
};
