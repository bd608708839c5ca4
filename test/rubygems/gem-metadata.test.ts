import { test } from 'uvu';
import { parseMetadata } from '../../src/rubygems/gem-metadata.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['gem-metadata'], {
  gem_metadata: (_, text: string) => {
    const { authors, description, metadata, dependencies } = parseMetadata(text);
    return [authors, description, [...metadata], dependencies];
  },
});

test.run();
