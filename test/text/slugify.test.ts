import { test } from 'uvu';
import { STACKS } from '../../src/config/stacks.ts';
import { slugify } from '../../src/text/slugify.ts';
import { testFixture } from '../ruby/fixture.ts';

testFixture(new URL('./fixtures/slugify.json', import.meta.url), {
  slugify: (compat, text: string, mode: string | null, cased: boolean) =>
    slugify(text, mode, cased, STACKS[compat].slugs),
});

test.run();
