// Words that mark translated English in comments, and in the strings of src/ and the titles of tests that are sentences
// (they hold a space; the words of lexers and other tables of data are left out), and in documents.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Node } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isIdentifier,
  isRegularExpressionLiteral,
  isTemplateHead,
  isTemplateMiddle,
  isTemplateTail,
} from 'typescript/unstable/ast/is';
import { type Figure, type File, isPlainLiteral, lineAt, type Place, type Program, startOf, visit } from './program.ts';

/** Each with the plain word for it. */
const WORDS: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [/\b(?:a|no|any|one) text\b(?! (?:file|editor|node|direction))/i, 'string'],
  [/(?<!@param )\btexts\b/i, 'strings'],
  [/\b(?:told|tells)\b(?! apart)/i, 'says, reports, shows, given'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\b(?:hangs?|hanging) (?:on|from)\b/i, 'depends on'],
  [/\bwhere there (?:is|are|was|were) (?:none|no)\b/i, 'missing, or null if …'],
  [/(?<!\bthere )\b(?:is|are|was) none\b/i, 'missing'],
  [/(?<!\bthere )\b(?:is|are|was|were) no\b(?! (?:longer|more|matter)\b)/i, 'is not, is missing'],
  [/(?<!look-)\bbehind\b(?!\*? UTC)/i, 'after'],
  [/\bgo(?:es)? without\b/i, 'leaves out'],
  [/\bwhat else\b/i, 'anything else'],
  [/\bdearest\b/i, 'most expensive'],
  [/\b(?:be it|be they)\b/i, 'whether'],
  [/\bwhich (?:one )?wins\b/i, 'precedence'],
  [/\bas it comes\b|\bas they c[oa]me\b/i, 'by default, in order'],
  [/\b(?:is|are|was|were) not there\b|\bis not there yet\b/i, 'is missing, is not supported'],
  [/\bwithout end\b/i, 'endlessly'],
  [/\b(?:fault|bug|words?|matter) of ours\b/i, 'our'],
  [/\ban own\b/i, 'its own'],
  [/\bin a circle\b/i, 'cycle, loop'],
  [/\b(?:leads?|leading) nowhere\b/i, 'broken'],
  [/\bto be had\b/i, 'available'],
  [/\b(?:takes?|taken|took) (?:\w+ )?apart\b/i, 'split'],
  [/\b(?:goes|go|went) on\b(?! (?:to|with)\b)/i, 'continues'],
  [/\botherwise than\b/i, 'differently than'],
  [/\ba (?:second|rendering|post|stack|line|file)'s? a\b/i, 'per'],
  [/\banew\b/i, 'again, new'],
  [/\bby chance\b/i, 'random'],
  [/\bhere and there\b/i, 'sometimes, in a few places'],
  [/\b(?:wants?|wanted) (?:a|an|no|another)\b/i, 'needs'],
  [/\bmade small(?:er)?\b/i, 'shrunk'],
  [/\bstands? (?:in|at|before|after|beside|where|outside|inside|there)\b/i, 'is'],
  [/\b(?:lies|lie|lay|lying) (?:in|at|below|beside|outside|inside|where|there|before)\b/i, 'is'],
  [/\bas it comes about\b|\bcame about\b/i, 'was made'],
  [/\bthat alone\b|\balone (?:makes?|asks?|counts?|has|have|knows?)\b/i, 'only'],
  [/\bof it(?:s|self)? own accord\b/i, 'by default'],
];

/** Data, not words of ours. */
export const DATA =
  /^(?:src\/highlight\/lexers\/|src\/plugins\/jemoji\/names|scripts\/figures\/|test\/.*\/fixtures\/|test\/sites\/)/;
const DOCUMENTS = ['.', 'docs', 'docs/internals', 'findings', 'src/highlight', '.github'];

export const words: Figure = {
  name: 'words',
  title: 'words of translated English, comments and messages',
  measure(program) {
    const places = program.files.filter(({ path }) => !DATA.test(path)).flatMap(placesIn);
    return { value: String(places.length), places };
  },
};

export const documents: Figure = {
  name: 'documents',
  title: 'words of translated English, documents',
  measure(program) {
    const places = DOCUMENTS.flatMap((folder) => documentsIn(program, folder));
    return { value: String(places.length), places };
  },
};

function placesIn(file: File): Place[] {
  const found: Place[] = [];
  visit(file.tree, (node) => {
    if (!isLiteral(node)) return;
    const start = startOf(node, file);
    const literal = file.tree.text.slice(start, node.end);
    if (isSentence(node, literal, file)) found.push(...matches(file.path, literal, lineAt(file, start)));
  });
  return [...found, ...comments(file).flatMap(({ path, line, what }) => matches(path, what, line))];
}

/** The comments of a file; lines of `//` in succession are one. */
export function comments(file: File): Place[] {
  const { text } = file.tree;
  const blanked = text.split('');
  // With every literal blanked, `//` can't be part of an address.
  visit(file.tree, (node) => {
    if (isLiteral(node)) blanked.fill(' ', startOf(node, file), node.end);
  });
  const found = blanked.join('').matchAll(/\/\/.*(?:\n[ \t]*\/\/.*)*|\/\*[\s\S]*?\*\//g);
  return [...found].map(({ index, 0: { length } }) => ({
    path: file.path,
    line: lineAt(file, index),
    what: text.slice(index, index + length),
  }));
}

const isLiteral = (node: Node): boolean =>
  isPlainLiteral(node) || isTemplateHead(node) || isTemplateMiddle(node) || isTemplateTail(node);

function isSentence(node: Node, literal: string, { path }: File): boolean {
  if (isRegularExpressionLiteral(node) || !literal.includes(' ')) return false;
  if (path.startsWith('src/')) return true;
  const { parent } = node;
  return isCallExpression(parent) && isIdentifier(parent.expression) && parent.expression.text === 'test';
}

function matches(path: string, text: string, line: number): Place[] {
  const found: Place[] = [];
  for (const [pattern, plain] of WORDS) {
    for (const { index, 0: word } of text.matchAll(new RegExp(pattern, 'gi'))) {
      const from = text.lastIndexOf('\n', index) + 1;
      const at = line + text.slice(0, index).split('\n').length - 1;
      const around = text
        .slice(from, from + 200)
        .split('\n')[0]!
        .trim();
      found.push({ path, line: at, what: `'${word}' (${plain}): ${around}` });
    }
  }
  return found;
}

function documentsIn({ root }: Program, folder: string): Place[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => {
      const path = folder === '.' ? name : `${folder}/${name}`;
      return matches(path, readFileSync(join(root, path), 'utf8'), 1);
    });
}
