import type { LexerDefinition } from '../lexer.ts';
import { words } from '../words.ts';
import { startAtLineStart } from './c.ts';
import { cppStates, cppWords } from './cpp.ts';
import { ATTRIBUTES, BUILTINS } from './freefem-words.ts';

const NAMES = words(
  {
    k: 'break catch continue else for if return try while',
    kt: `
  bool border complex dmatrix fespace func gslspline ifstream int macro matrix mesh mesh3 mpiComm mpiGroup
  mpiRequest NewMacro EndMacro ofstream Pmmap problem Psemaphore real solve string varf
`,
    kr: `
  BDM1 BDM1Ortho Edge03d Edge13d Edge23d FEQF HCT P0 P03d P0Edge P1 P13d P1b P1b3d P1bl P1bl3d P1dc P1Edge P1nc P2
  P23d P2b P2BR P2dc P2Edge P2h P2Morley P2pnc P3 P3dc P3Edge P4 P4dc P4Edge P5Edge RT0 RT03d RT0Ortho RT1 RT1Ortho
  RT2 RT2Ortho qf1pE qf1pElump qf1pT qf1pTlump qfV1 qfV1lump qf2pE qf2pT qf2pT4P1 qfV2 qf3pE qf4pE qf5pE qf5pT qfV5
  qf7pT qf9pT qfnbpE ARGV append area be binary BoundaryEdge bordermeasure CG Cholesky cin cout Crout default diag
  edgeOrientation endl FILE fixed GMRES good hTriangle im imax imin InternalEdge l1 l2 label lenEdge length LINE
  linfty LU m max measure min mpiAnySource mpiBAND mpiBXOR mpiCommWorld mpiLAND mpiLOR mpiLXOR mpiMAX mpiMIN mpiPROD
  mpirank mpisize mpiSUM mpiUndefined n N nbe ndof ndofK noshowbase noshowpos notaregion nt nTonEdge nuEdge
  nuTriangle nv P pi precision quantile re region scientific searchMethod setw showbase showpos sparsesolver sum
  tellp true UMFPACK unused whoinElement verbosity version volume x y z
`,
    nb: BUILTINS,
    na: ATTRIBUTES,
  },
  'n',
);

export const lexer: LexerDefinition = {
  start: startAtLineStart,
  states: (rouge) => ({
    ...cppStates(rouge, cppWords(rouge)),
    'line-start-in-expression': [
      'space-in-line',
      [/include|load|ENDIFMACRO|IFMACRO/, 'cp', 'macro'],
      [/(?:)/, '', 'pop'],
    ],
    statements: [
      'space',
      [/(?:u8|u|U|L)?"/, 's', 'string'],
      [/(?:u8|u|U|L)?'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])'/i, 'sc'],
      [/(?:\d+[.]\d*|[.]?\d+)e[+-]?\d+[lu]*/i, 'mf'],
      [/0x[0-9a-f]+[lu]*/i, 'mh'],
      [/0[0-7]+[lu]*/i, 'mo'],
      [/\d+[lu]*/i, 'mi'],
      [/\*\//, 'err'],
      [/[~!%^&*+=|?:<>/-]/, 'o'],
      [/'/, 'o'],
      [/[()[\],.;]/, 'p'],
      [/case\b/, 'k', 'case'],
      [/(?:true|false|NaN)\b/, 'nb'],
      [/[a-z_]\w*/i, NAMES],
    ],
  }),
};
