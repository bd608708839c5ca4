// `--sample comments 20`, `--sample messages 20`: every Nth comment of all files, or message of src/, where N is chosen to
// find that many.

import { isNoSubstitutionTemplateLiteral, isStringLiteral, isTemplateExpression } from 'typescript/unstable/ast/is';
import { lineAt, type Place, type Program, sources, startOf, visit } from './program.ts';
import { comments, DATA } from './words.ts';

/** Three words with spaces between them, of which the first has a capital, or is a value or in quotes. */
const SENTENCE = /^.(?:[A-Z'"\\[-]|\$\{).*[\p{L}'}][,:;)]? [\p{L}'({$][^ ]*[,:;)]? [\p{L}'({$]/u;

export const KINDS: Readonly<Record<string, (program: Program) => Place[]>> = {
  comments: ({ files }) => files.filter(({ path }) => !DATA.test(path)).flatMap(comments),
  messages,
};

export function sample(places: readonly Place[], count: number): Place[] {
  const step = places.length / count;
  return step <= 1 ? [...places] : Array.from({ length: count }, (_, at) => places[Math.floor((at + 0.5) * step)]!);
}

function messages(program: Program): Place[] {
  const found: Place[] = [];
  for (const file of sources(program)) {
    if (DATA.test(file.path)) continue;
    visit(file.tree, (node) => {
      if (!isStringLiteral(node) && !isNoSubstitutionTemplateLiteral(node) && !isTemplateExpression(node)) return;
      const start = startOf(node, file);
      const what = file.tree.text.slice(start, node.end);
      if (SENTENCE.test(what)) found.push({ path: file.path, line: lineAt(file, start), what });
    });
  }
  return found;
}
