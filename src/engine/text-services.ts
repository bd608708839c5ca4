// Adapts the converters for filters and tags.

import type { Stack } from '../config/stacks.ts';
import type { Markdown } from '../converters/markdown.ts';
import { highlightBlock, MarkedLinesError } from '../converters/rouge.ts';
import type { Sass } from '../converters/sass.ts';
import type { Highlighter } from '../highlight/index.ts';
import { LiquidError } from '../liquid/errors.ts';
import type { TextServices } from '../site/host.ts';

export const textServices = (
  markdown: Markdown,
  sass: Sass,
  highlighter: Highlighter,
  { highlight }: Stack,
): TextServices => ({
  markdownify: markdown.markdownify,
  smartify: markdown.smartify,
  sassify: sass.sassify,
  highlight: (code, language, tag) => {
    try {
      const html = highlightBlock(highlighter, code, language, tag, highlight.marksLines);
      return html === null ? null : markdown.highlighted(html);
    } catch (error) {
      if (!(error instanceof MarkedLinesError)) throw error;
      throw new LiquidError('liquid-highlight-syntax', error.message, 'Write line numbers: mark_lines="1 3".');
    }
  },
});
