// docs/errors.md, made from the catalogue of diagnostics.

import { CATALOGUE } from '../src/diagnostics/catalogue.ts';

const INTRODUCTION = `# Errors and warnings

Each message of build-site has a code, by which a program can tell it (\`BuildError.diagnostic.code\`, and the \`code\` of what
\`report\` gets); the command line shows the message itself. This page is made by \`npm run docs:errors\` and never edited by hand.
`;

export function errorPage(): string {
  const topics = Object.entries(CATALOGUE).map(([topic, entries]) => {
    const parts = Object.entries(entries).map(([code, entry]) => section(code, entry));
    return `\n## ${topic}\n${parts.join('')}`;
  });
  return INTRODUCTION + topics.join('');
}

function section(code: string, [message, cause, remedy, example]: readonly [string, string, string, string?]): string {
  const shown = example === undefined ? '' : `\n\n\`\`\`\n${example}\n\`\`\``;
  return `\n### ${code}\n\n${message}\n\n- Cause: ${cause}\n- Remedy: ${remedy}${shown}\n`;
}
