import type { LexerDefinition, Lexing } from '../lexer.ts';
import { wordsInAnyCase } from '../words.ts';

const NAMES = wordsInAnyCase(
  {
    k: `
  abcd add adda addi addq addx and andi asl asr bcc bcs beq bge bgt bhi ble bls blt bmi bne bpl bvc bvs bhs blo bchg
  bclr bfchg bfclr bfests bfextu bfffo bfins bfset bftst bkpt bra bse bsr btst callm cas cas2 chk chk2 clr cmp cmpa
  cmpi cmpm cmp2 dbcc dbcs dbeq dbge dbgt dbhi dble dbls dblt dbmi dbne dbpl dbvc dbvs dbhs dblo dbra dbf dbt divs
  divsl divu divul eor eori exg ext extb illegal jmp jsr lea link lsl lsr move movea move16 movem movep moveq muls
  mulu nbcd neg negx nop not or ori pack pea rol ror roxl roxr rtd rtm rtr rts sbcd seq sne spl smi svc svs st sf
  sge sgt sle slt scc shi sls scs shs slo sub suba subi subq subx swap tas trap trapcc TODO trapv tst unlk unpk
`,
    kt: 'dc ds dcb',
    kr: `
  include incdir incbin end endf endfunc endmain endproc fpu func machine main mmu opword proc set opt section rept
  endr ifeq ifne ifgt ifge iflt ifle iif ifd ifnd ifc ifnc elseif else endc even cnop fail output radix __G2 __LK
  list nolist plen llen ttl subttl spc page listchar format equ equenv equr reg rsreset rsset offset cargs fequ.s
  fequ.d fequ.x fequ.p fequ.w fequ.l fopt macro endm mexit narg
`,
    nb: "d0 d1 d2 d3 d4 d5 d6 d7 a0 a1 a2 a3 a4 a5 a6 a7 a7' pc usp ssp ccr",
  },
  'nv',
);

export const lexer: LexerDefinition = {
  start: (_, lexing) => lexing.begin('line-start'),
  states: () => ({
    'line-start': [
      [/\s+/, ''],
      [/(?:)/, '', 'pop'],
    ],
    root: [[/(?:)/, '', 'statements']],
    statements: [
      [/\n+/, '', 'line-start'],
      [/^\*.*/, 'c1', 'line-start'],
      [/;.*/, 'c1', 'line-start'],
      [/\s+/, ''],
      [/"/, 's', 'string'],
      [/#/, 'nd'],
      [/^\.?[a-zA-Z0-9_]+:?/, 'nl'],
      [/\.[bswl]\s/i, 'nd'],
      [/'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])'/i, 'sc'],
      [/\$[0-9a-f]+/i, 'mh'],
      [/@[0-8]+/, 'mo'],
      [/%[01]+/, 'mb'],
      [/\d+/, 'mi'],
      [/[*~&+=|?:<>/-]/, 'o'],
      [/\\./, 'cp'],
      [/[(),.]/, 'p'],
      [/\[[a-zA-Z0-9]*\]/, 'p'],
      [
        /[a-zA-Z_][a-zA-Z0-9_]*/,
        (lexing: Lexing) => {
          const { token } = NAMES.of(lexing.text);
          lexing.token(token === 'nv' && /^_+$/.test(lexing.text) ? 'n' : token);
        },
      ],
    ],
    string: [
      [/"/, 's', 'pop'],
      [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"\n]+/, 's'],
      [/\\\n/, 's'],
      [/\\/, 's'],
    ],
  }),
};
