import { test } from 'uvu';
import { STACKS } from '../../src/config/stacks.ts';
import { slugify } from '../../src/text/slugify.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['slugify'], {
  slugify: (compat, text: string, mode: string | null, cased: boolean) =>
    slugify(text, mode, cased, STACKS[compat].slugs),
});

test.run();
