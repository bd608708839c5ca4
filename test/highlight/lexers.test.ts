import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lexerSource } from '../../src/build/on-demand.ts';
import { CompiledLexer, type Step } from '../../src/highlight/compiled.ts';
import { languagesOf } from '../../src/highlight/registry.ts';
import { ROUGE_3, ROUGE_4 } from '../../src/highlight/versions.ts';

const targets = (steps: readonly Step[] | null) =>
  (steps ?? []).flatMap((step) => ('state' in step ? [step.state] : []));

for (const rouge of [ROUGE_3, ROUGE_4]) {
  for (const language of new Set(languagesOf(rouge).values())) {
    test(`${language.tag} under Rouge ${rouge.name}: every state compiles, and every transition has a target`, () => {
      const lexer = lexerSource.lexer(language.file);
      const states = lexer.states(rouge);
      assert.ok(states.root);
      for (const ascii of [true, false]) {
        const compiled = new CompiledLexer(lexer, rouge, ascii);
        for (const name of Object.keys(states)) {
          for (const rule of compiled.state(name).rules) {
            for (const target of targets(rule.steps)) assert.ok(states[target], `${name} leads to ${target}`);
            for (const { next } of rule.words?.map.values() ?? []) {
              if (next !== undefined) assert.ok(states[next], `${name} leads to ${next}`);
            }
          }
        }
      }
      const known = languagesOf(rouge);
      for (const delegate of lexer.delegates ?? []) assert.ok(known.has(delegate), delegate);
    });
  }
}

test.run();
