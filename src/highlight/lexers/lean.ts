import type { LexerDefinition } from '../lexer.ts';
import { words } from '../words.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s*--+\s+.*?$/, 'cd'],
      [/"/, 's', 'string'],
      [/\d+/, 'mi'],
      [
        /#?\w+/,
        words(
          {
            k: `
  abbreviation add_rewrite alias assume axiom begin by calc calc_refl calc_subst calc_trans #check coercion
  conjecture constant constants context corollary def definition end #eval example export expose exposing exit
  extends from fun have help hiding hott hypothesis import include including inductive infix infixl infixr inline
  instance irreducible lemma match namespace notation opaque opaque_hint open options parameter parameters postfix
  precedence prefix #print private protected #reduce reducible renaming repeat section set_option show tactic_hint
  theorem universe universes using variable variables with
`,
            kt: 'Sort Prop Type',
          },
          'n',
        ),
      ],
      [/λ/, 'k'],
      [/:=?/, ''],
      [/\.[0-9]*/, 'o'],
      [/[!#&*+\-/@`;<=>_|~∀Π↔∧∨≠≤≥⊎¬⬝▸→∃ℕℤ≈×⌞⌟≡⟨⟩]|⁻¹/, 'o'],
      [/[\s(),[\]αβ‹›]+/, ''],
      [/./, 'err'],
    ],
    string: [
      [/"/, 's', 'pop'],
      [/\\/, 'se', 'escape'],
      [/[^\\"]+/, 's'],
    ],
    escape: [
      [/[nrt"'\\]/, 'se', 'pop'],
      [/x[\da-f]+/i, 'se', 'pop'],
    ],
  }),
};
