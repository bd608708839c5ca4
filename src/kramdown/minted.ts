// kramdown's syntax highlighter for LaTeX (2.4.0 and 2.5.2, converter/syntax_highlighter/minted.rb).

import type { Highlighter } from './options.ts';

const isOn = (value: unknown) => value !== undefined && value !== null && value !== false;

/** Wraps code in commands of the LaTeX package minted, if it has a language (its own or the default). */
export const minted: Highlighter = (code, named, kind, options) => {
  const language = named ?? options.get('default_lang') ?? null;
  if (!isOn(language)) return null;
  if (kind === 'span') return `\\mintinline{${language}}{${code}}`;
  const flags: string[] = [];
  if (isOn(options.get('wrap'))) flags.push('breaklines');
  if (isOn(options.get('line_numbers'))) flags.push('linenos');
  if (isOn(options.get('frame'))) flags.push(`frame=${options.get('frame')}`);
  return `\\begin{minted}[${flags.join(',')}]{${language}}\n${code}\n\\end{minted}`;
};
