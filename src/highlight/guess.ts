/** Guesses a language from the code, as Rouge does for the language `guess`. */

import { type Edition, isIn } from './registry.ts';
import type { RougeVersion } from './versions.ts';

type Test = (code: string) => boolean | undefined;

function shebang(...programs: readonly string[]): Test {
  const program = new RegExp(`\\b(?:${programs.join('|')})(?:\\s|$)`);
  return (code) => {
    const line = /^[ \t\n\v\f\r]*#!(.*)/.exec(code)?.[1];
    return line !== undefined && program.test(line);
  };
}

function doctype(code: string): string | undefined {
  return /^[ \t\n\v\f\r]*(?:<\?[\s\S]*?\?>\s*)?<!DOCTYPE\s+([\s\S]+?)>/.exec(code)?.[1];
}

function either(...tests: readonly Test[]): Test {
  return (code) => tests.some((test) => test(code));
}

function holds(pattern: RegExp): Test {
  return (code) => pattern.test(code);
}

function isHtml(code: string): boolean {
  if (/\bhtml\b/i.test(doctype(code) ?? '')) return true;
  return !/^<\?xml\b/.test(code) && /<\s*html\b/.test(code);
}

function isXml(code: string): boolean {
  const type = doctype(code);
  if (/html/.test(type ?? '')) return false;
  return type !== undefined || /^<\?xml\b/.test(code);
}

/** By the tags of lexers that can detect their language, in Rouge's order (the first match counts). */
const TESTS: readonly (readonly [tag: string, test: Test, only?: Edition])[] = [
  ['awk', shebang('awk')],
  ['xml', isXml],
  ['biml', holds(/<\s*Biml\b/)],
  ['coffeescript', shebang('coffee')],
  ['crystal', shebang('crystal')],
  ['python', shebang('pythonw?(?:[23](?:\\.\\d+)?)?')],
  ['diff', either(holds(/^Index: /), holds(/^diff[^\n]*?\ba\/[^\n]*\bb\//), holds(/---.*\n[+]{3}|[+]{3}.*\n---/))],
  ['yaml', holds(/^[ \t\n\v\f\r]*%YAML/)],
  ['elixir', shebang('elixir'), 'later'],
  ['factor', shebang('factor')],
  ['gherkin', shebang('cucumber')],
  ['groovy', shebang('groovy')],
  ['php', (code) => shebang('php')(code) || (!/^<\?hh/m.test(code) && /^<\?php/m.test(code))],
  ['hack', either(shebang('hhvm'), holds(/<\?hh|async function [a-zA-Z]|\): Awaitable</))],
  ['haskell', shebang('runhaskell')],
  ['haxe', shebang('haxe')],
  ['html', isHtml],
  ['io', shebang('io')],
  ['ruby', shebang('ruby')],
  ['javascript', shebang('node', 'jsc')],
  ['julia', shebang('julia')],
  ['lasso', either(shebang('lasso9'), holds(/^.*?<\?(?:lasso(?:script)?|=)/))],
  ['livescript', shebang('lsc')],
  ['lua', shebang('lua')],
  ['mojo', shebang('mojow?(?:[23](?:\\.\\d+)?)?'), 'later'],
  ['moonscript', shebang('moon')],
  ['mosel', holds(/^[ \t\n\v\f\r]*(?:model|package)\s+/m), 'earlier'],
  ['perl', shebang('perl')],
  ['postscript', holds(/^%!/m)],
  ['praat', shebang('praat')],
  ['puppet', shebang('puppet-apply', 'puppet')],
  ['r', shebang('Rscript')],
  ['racket', holds(/^#lang\s*.*(?:racket|scribble)/)],
  ['rust', shebang('rustc')],
  ['sed', shebang('sed')],
  ['shell', shebang('(?:ba|z|k)?sh')],
  ['solidity', holds(/^pragma solidity/)],
  ['tcl', shebang('tclsh', 'wish', 'jimsh')],
  ['tex', holds(/^[ \t\n\v\f\r]*\\(?:documentclass|input|documentstyle|relax|ProvidesPackage|ProvidesClass)/)],
  ['tulip', shebang('tulip')],
];

/** Editor modelines: Emacs', then Vim's two forms. */
const MODELINES: readonly RegExp[] = [
  /-\*-\s*(?:(?!mode)[\w-]+\s*:\s*[\w+-]+\s*;?\s*)*(?:mode\s*:)?\s*([\w+-]+)\s*(?:;\s*(?!mode)[\w-]+\s*:\s*[\w+-]+\s*)*;?\s*-\*-/i,
  /(?:vim|vi|ex):\s*(?:ft|filetype|syntax)=(\w+)/i,
  /(?:vim|vi|ex):\s*set?.*\s(?:ft|filetype|syntax)=(\w+)\s?.*:/i,
];

/**
 * A lexer's name or alias; `plaintext` if nothing matches. Modelines are only read in the first and last five lines.
 */
export function guessLanguage(code: string, rouge: RougeVersion, known: (name: string) => boolean): string {
  const text = code.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const lines = text.replace(/\n+$/, '').split('\n');
  const ends = [...lines.slice(0, 5), ...lines.slice(-5)].filter((line) => line.length < 1000).join('\n');
  for (const pattern of MODELINES) {
    const name = pattern.exec(ends)?.[1];
    if (name !== undefined && known(name)) return name;
  }
  return TESTS.find(([tag, test, only]) => isIn(only, rouge) && known(tag) && test(text))?.[0] ?? 'plaintext';
}
