import type { LexerDefinition, Lexing, Rule, States } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';
import { type Words, words } from '../words.ts';

const VERNACULAR = `
  Definition Theorem Lemma Remark Example Fixpoint CoFixpoint Record Inductive CoInductive Corollary Goal Proof Ltac
  Require Import Export Module Section End Variable Context Polymorphic Monomorphic Universe Universes Variables Class
  Instance Global Local Include Printing Notation Infix Arguments Hint Rewrite Immediate Qed Defined Opaque
  Transparent Existing Compute Eval Print SearchAbout Search About Check
`;
const GALLINA = `as fun if in let match then else return end Type Set Prop forall`;
const TACTICS = `
  apply eapply auto eauto rewrite setoid_rewrite with in as at destruct split inversion injection intro intros unfold
  fold cbv cbn lazy subst clear symmetry transitivity etransitivity erewrite edestruct constructor econstructor
  eexists exists f_equal refine instantiate revert simpl specialize generalize dependent red induction beta iota zeta
  delta exfalso autorewrite compute vm_compute native_compute
`;
const TACTICALS = `repeat first try`;
const TERMINATORS = `omega solve congruence reflexivity exact assumption eassumption`;
const SIGNS = new Set('_ ; : ⇒ → ↔ ⇔ ≔ ≡ ∀ ∃ ∧ ∨ ¬ ⊤ ⊥ ⊢ ⊨ ∈'.split(' '));

/** The current name, and whether a part of it came before. */
interface Memory {
  name: string;
  qualified: boolean;
}

type Coq = Lexing<Memory>;

const classes = (later: boolean): Words =>
  words({ k: `${VERNACULAR}${later ? ' Admitted' : ''}`, kr: GALLINA, kp: TACTICS, ne: TERMINATORS }, 'no');

function begin(...states: readonly string[]): (lexing: Coq) => void {
  return (lexing) => {
    lexing.memory.name = lexing.text;
    lexing.memory.qualified = false;
    for (const state of states) lexing.push(state);
  };
}

/** What follows a name: more of it, the end of the sentence, or anything else. */
function nameRules(dotted: RegExp, known: Words, popsAtEnd: number): Rule[] {
  const tactical = words({ kp: TACTICALS }, 'no');
  const say = (lexing: Coq) => {
    const { memory } = lexing;
    const { token } = known.of(memory.name);
    lexing.token(memory.qualified ? 'no' : token === 'no' ? tactical.of(memory.name).token : token, memory.name);
    memory.qualified = false;
  };
  return [
    [
      dotted,
      (lexing: Coq) => {
        lexing.token('nn', lexing.memory.name);
        lexing.token('p', '.');
        lexing.memory.qualified = true;
        lexing.memory.name = lexing.match![1]!;
      },
    ],
    [
      /\.(\s+)/,
      (lexing: Coq) => {
        say(lexing);
        lexing.token('pi', '.');
        lexing.token('w', lexing.match![1]);
        lexing.pop(popsAtEnd);
      },
    ],
    [
      /(?:)/,
      (lexing: Coq) => {
        say(lexing);
        lexing.pop();
      },
    ],
  ];
}

const COMMENT: Rule[] = [
  [/[^(*)]+/, 'c'],
  [/[(][*]/, 'c', 'push'],
  [/[*][)]/, 'c', 'pop'],
  [/[(*)]/, 'c'],
];

const EARLIER_NAME = "(?:[a-zA-Z][\\w']*|[_a-zA-Z][\\w']+)";

const EARLIER: States = {
  root: [
    [/[(][*](?![)])/, 'c', 'comment'],
    [/\s+/, 'w'],
    [
      /Module(\s+)Type(\s+)/,
      (lexing: Coq) => {
        lexing.token('k', 'Module');
        lexing.token('w', lexing.match![1]);
        lexing.token('k', 'Type');
        lexing.token('w', lexing.match![2]);
      },
    ],
    [
      /(Set|Unset)(\s+)(Universe|Printing|Implicit|Strict)(\s+)(Polymorphism|All|Notations|Arguments|Universes|Implicit)(\s*)\./,
      (lexing: Coq) => {
        const groups = lexing.match!;
        // With a space before the full stop, Rouge runs out of groups and fails.
        if (groups[6] !== '') throw new TypeError('a Coq option with a space before its full stop');
        lexing.groups('k', 'w', 'k', 'w', 'k');
        lexing.token('pi', '.');
      },
    ],
    [rx`${EARLIER_NAME}`, begin('name')],
    [/\/\\|\\\//, 'o'],
    [/-?\d[\d_]*(?:[^\d_\n][\d_]*)?e[+-]?\d[\d_]*/i, 'mf'],
    [/\d[\d_]*/, 'mi'],
    [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'/, 'sc'],
    [/'/, 'k'],
    [/"/, 's2', 'string'],
    [rx`[~?]${EARLIER_NAME}`, 'nv'],
    [
      /./,
      (lexing: Coq) => {
        const isOperator = /[[\];,{}_()!$%&*+./:<=>?@^|~#-]/.test(lexing.text);
        lexing.token(SIGNS.has(lexing.text) ? 'p' : isOperator ? 'o' : 'err');
      },
    ],
  ],
  comment: COMMENT,
  string: [
    [/(?:\\")+|[^"]/, 's2'],
    [/"/, 's2', 'pop'],
  ],
  name: nameRules(rx`\.(${EARLIER_NAME})`, classes(false), 1),
};

const LATER_NAME = "(?:\\p{L}(?:\\p{L}|\\p{N}|_|')*|(?:\\p{L}|_)(?:\\p{L}|\\p{N}|_|')+)";

const LATER: States = {
  root: ['proof-start', 'space', 'options', [rx`${LATER_NAME}`, begin('sentence', 'name')]],
  'proof-start': [[/(Proof)(\s*)(\.)(\s+)/i, ['k', 'w', 'pi', 'w'], 'proof']],
  proof: [
    'space',
    'options',
    'proof-start',
    [/(Qed|Defined|Save|Admitted)(\s*)(\.)(\s+)/i, ['k', 'w', 'pi', 'w'], 'pop'],
    [/-+|\++|\*+/, 'p'],
    [/[{}]/, 'p'],
    [/(!|all|par)(:)/, ['kp', 'p']],
    [/\d+/, 'mi', 'goals'],
    [rx`(\[)(\s*)(${LATER_NAME})(\s*)(\])(\s*)(:)`, ['p', 'w', 'no', 'w', 'p', 'w', 'p']],
    [rx`${LATER_NAME}`, begin('sentence', 'name')],
  ],
  goals: [
    [/\s+/, 'w'],
    [/(,)(\s*)(\d+)/, ['p', 'w', 'mi']],
    [/:/, 'p', 'pop'],
  ],
  space: [
    [/[(][*](?![)])/, 'c', 'comment'],
    [/\s+/, 'w'],
  ],
  options: [
    [/(Module)(\s+)(Type)(\s+)/, ['k', 'w', 'k', 'w']],
    [
      ambiguous(
        /(Set|Unset)(\s+)(Universe|Printing|Implicit|Strict)(\s+)(Polymorphism|All|Notations|Arguments|Universes|Implicit)?(\s*)(\.)/,
      ),
      ['k', 'w', 'k', 'w', 'k', 'w', 'pi'],
    ],
  ],
  sentence: [
    'space',
    'options',
    [/:=|=>|;|:>|:|::|_/, 'p'],
    [/->|\/\\|\\\/|;|:>|[⇒→↔⇔≔≡∀∃∧∨¬⊤⊥⊢⊨∈λ]/, 'o'],
    [rx`${LATER_NAME}`, begin('name')],
    [/\.(?=\s)/, 'pi', 'pop'],
    [/-?\d[\d_]*(?:[^\d_\n][\d_]*)?e[+-]?\d[\d_]*/i, 'mf'],
    [/-?\d[\d_]*/, 'mi'],
    [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'/, 'sc'],
    [/'/, 'k'],
    [/"/, 's2', 'string'],
    [rx`[~?]${LATER_NAME}`, 'nv'],
    [/`\{|[{}[\]()?|;,.]/, 'p'],
    [/[!@^|~#.%/]+/, 'o'],
    [/(?:\p{S}|\p{Pc}|[./:<=>\-+*])+/u, 'o'],
    [/./, 'err'],
  ],
  comment: COMMENT,
  string: [
    [/[^"]+/, 's2'],
    [/""/, 's2'],
    [/"/, 's2', 'pop'],
  ],
  name: nameRules(rx`\.(${LATER_NAME})`, classes(true), 2),
};

export const lexer: LexerDefinition<Memory> = {
  start: () => ({ name: '', qualified: false }),
  states: (rouge) => (rouge.later ? LATER : EARLIER),
};
