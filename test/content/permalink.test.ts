import { test } from 'uvu';
import { urlFromDocument, urlFromTable, withPermalinkSuffix } from '../../src/content/permalink.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['permalink'], {
  page_url: (_, template: string, values: Record<string, string | null>) =>
    urlFromTable(template, Object.entries(values), 'a.md'),
  document_url: (_, template: string, values: Record<string, string | null>) =>
    urlFromDocument(template, (name) => values[name], 'a.md'),
  permalink_suffix: (_, template: string, style: string) => withPermalinkSuffix(template, style),
});

test.run();
