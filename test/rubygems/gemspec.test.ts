import { test } from 'uvu';
import { parseGemspec } from '../../src/rubygems/gemspec.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['gemspec'], {
  gemspec: (_, text: string) => {
    const { authors, description, metadata, dependencies } = parseGemspec(text);
    return [authors, description, [...metadata], dependencies];
  },
});

test.run();
