import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compare, equal } from '../../src/ruby/compare.ts';
import { inspect } from '../../src/ruby/inspect.ts';
import { generate } from '../../src/ruby/json.ts';
import { deepMerge } from '../../src/ruby/merge.ts';
import { toS } from '../../src/ruby/to-s.ts';
import { type RubyHash, RubySymbol, type Value } from '../../src/ruby/values.ts';
import { loadYaml } from '../../src/yaml/load.ts';
import { testQuestions } from '../questions.ts';
import { typed } from './typed.ts';

const yaml = (text: string): Value => loadYaml({ path: 'x.yml', text });

testQuestions(new URL('cases/', import.meta.url), ['values'], {
  printed: (_, text: string) => {
    const value = yaml(text);
    return [toS(value), inspect(value), generate(value)];
  },
  compare: (_, a: string, b: string) => {
    const order = compare(yaml(a), yaml(b));
    return [equal(yaml(a), yaml(b)), order === null ? null : Math.sign(order)];
  },
  merge: (_, a: string, b: string) => typed(deepMerge(yaml(a) as RubyHash, yaml(b) as RubyHash)),
});

test("merging doesn't change the merged hashes", () => {
  const base = yaml('{a: {x: 1}}') as RubyHash;
  const over = yaml('{a: {y: 2}}') as RubyHash;
  deepMerge(base, over);
  assert.equal(typed(base), typed(yaml('{a: {x: 1}}')));
  assert.equal(typed(over), typed(yaml('{a: {y: 2}}')));
});

test('a collection that contains itself', () => {
  const list: Value[] = [1];
  list.push(list);
  const hash: RubyHash = new Map();
  hash.set('self', hash);
  assert.is(inspect(list), '[1, [...]]');
  assert.is(inspect(hash), '{"self"=>{...}}');
  assert.throws(() => generate(list), 'nesting of 101 is too deep');
});

test('symbols', () => {
  assert.is(inspect(new Map([[new RubySymbol('a'), new RubySymbol('b c')]])), '{:a=>:"b c"}');
  assert.is(toS(new RubySymbol('a')), 'a');
});

test.run();
