// docs/errors.md, made from the catalogue of diagnostics.

import { readdirSync, readFileSync } from 'node:fs';
import { CATALOGUE } from '../src/diagnostics/catalogue.ts';

const INTRODUCTION = `# Errors and warnings

Each message of build-site has a code. The command line prints it in brackets after the message, as in \`Unknown tag 'figgure' [liquid-unknown-tag]\`;
a program finds it in \`BuildError.diagnostic.code\` and in the \`code\` of what \`report\` gets. This page is made by
\`npm run docs:errors\` and never edited by hand.
`;

/** A code, and the message after it: `code: 'x', message: '…'`, or the two as arguments. */
const CODE_AND_MESSAGE =
  /'([a-z0-9-]+)',\s*(?:severity(?:: '\w+')?,\s*)?(?:message:\s*)?(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g;

export function errorPage(): string {
  const messages = messagesByCode();
  const topics = Object.entries(CATALOGUE).map(([topic, entries]) => {
    const parts = Object.entries(entries).map(([code, entry]) => section(code, entry, messages.get(code) ?? []));
    return `\n## ${topic}\n${parts.join('')}`;
  });
  return INTRODUCTION + topics.join('');
}

/** What the sources say, so that a message is found on this page; what it fills in is `…`. */
function messagesByCode(): Map<string, string[]> {
  const root = new URL('../src/', import.meta.url);
  const found = new Map<string, string[]>();
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('.ts') || path.endsWith('catalogue.ts')) continue;
    const source = readFileSync(new URL(path.replaceAll('\\', '/'), root), 'utf8');
    for (const [, code, single, double, template] of source.matchAll(CODE_AND_MESSAGE)) {
      const message = beginning((single ?? double ?? template)!);
      const known = found.get(code!) ?? [];
      if (/[a-z] ./.test(message) && !known.includes(message)) found.set(code!, [...known, message]);
    }
  }
  return found;
}

/** A message up to where another template begins in it. */
const beginning = (literal: string): string =>
  literal
    .replace(/\$\{[^{}`]*\}/g, '…')
    .replace(/\$\{[\s\S]*$/, '…')
    .replace(/\\n[\s\S]*$/, '…')
    .replace(/\\(.)/g, '$1');

const inCode = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

function section(
  code: string,
  [message, cause, remedy, example]: readonly [string, string, string, string?],
  messages: readonly string[],
): string {
  const listed = messages.map((one) => `\n- Message: ${inCode(one)}`).join('');
  const shown = example === undefined ? '' : `\n\n\`\`\`\n${example}\n\`\`\``;
  return `\n### ${code}\n\n${message}\n\n- Cause: ${cause}\n- Remedy: ${remedy}${listed}${shown}\n`;
}
