// Comma- and tab-separated values as Ruby's CSV reads them (csv 3.3, with `headers: true`).

import { BuildError, type Source } from '../diagnostics/diagnostic.ts';

/** A row's fields; null for an empty unquoted field. An empty line is a row without fields. */
export type Row = (string | null)[];

/**
 * Parses the rows.
 * @throws BuildError 'csv-malformed' for a misplaced quote, where Ruby raises CSV::MalformedCSVError
 */
export function parseCsv(source: Source, separator: ',' | '\t'): Row[] {
  const { text } = source;
  const rows: Row[] = [];
  let row: Row = [];
  let i = 0;
  const fail = (message: string, at: number): never => {
    throw new BuildError({
      code: 'csv-malformed',
      message: `${message} in line ${rows.length + 1}.`,
      span: { source, start: at, end: at + 1 },
      hint: 'Put fields with a quote, a separator or a line break in double quotes, and double the quotes inside them.',
    });
  };
  const endRow = (): void => {
    rows.push(row);
    row = [];
  };
  while (i < text.length) {
    let field: string | null;
    if (text[i] === '"') {
      const start = i;
      field = '';
      for (;;) {
        const close = text.indexOf('"', i + 1);
        if (close < 0) fail('Unclosed quoted field', start);
        field += text.slice(i + 1, close);
        i = close + 1;
        if (text[i] !== '"') break;
        field += '"';
      }
      const next = text[i];
      if (next !== undefined && next !== separator && next !== '\n' && next !== '\r') {
        fail("Any value after quoted field isn't allowed", i);
      }
    } else {
      const start = i;
      while (i < text.length && text[i] !== separator && text[i] !== '\n' && text[i] !== '\r') {
        if (text[i] === '"') fail('Illegal quoting', i);
        i++;
      }
      field = i === start ? null : text.slice(start, i);
      if (field === null && row.length === 0 && text[i] !== separator) {
        i += text.startsWith('\r\n', i) ? 2 : 1;
        endRow();
        continue;
      }
    }
    row.push(field);
    if (i >= text.length) {
      endRow();
    } else if (text[i] === separator) {
      i++;
      if (i >= text.length || text[i] === '\n' || text[i] === '\r') {
        row.push(null);
        if (i < text.length) i += text.startsWith('\r\n', i) ? 2 : 1;
        endRow();
      }
    } else {
      i += text.startsWith('\r\n', i) ? 2 : 1;
      endRow();
    }
  }
  return rows;
}
