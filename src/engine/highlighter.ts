// A highlighter that says which lexers it loads, and which languages have none (BUILD_SITE_DEBUG=highlight).

import type { Debug } from '../diagnostics/debug.ts';
import { createHighlighter, type Highlighter, type LexerSource, type RougeVersion } from '../highlight/index.ts';

export function openHighlighter(rouge: RougeVersion, lexers: LexerSource, debug: Debug): Highlighter {
  if (debug === undefined) return createHighlighter(rouge, lexers);
  const highlighter = createHighlighter(rouge, {
    ...lexers,
    lexer(file) {
      debug('highlight', `the lexer ${file} is loaded`);
      return lexers.lexer(file);
    },
  });
  const missing = new Set<string>();
  const note = (name: string): void => {
    if (highlighter.known(name) || missing.has(name)) return;
    missing.add(name);
    debug('highlight', `there is no lexer for '${name}'`);
  };
  return {
    rouge: highlighter.rouge,
    known: (name) => highlighter.known(name),
    tag: (name) => highlighter.tag(name),
    theme: (name) => highlighter.theme(name),
    lex(code, name) {
      note(name);
      return highlighter.lex(code, name);
    },
    html(code, name) {
      note(name);
      return highlighter.html(code, name);
    },
  };
}
