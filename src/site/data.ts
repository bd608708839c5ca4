// Reads data files: `site.data` (Jekyll::DataReader of 3.10.0 and 4.4.1).

import { withoutMark } from '../config/configuration.ts';
import type { Source } from '../diagnostics/diagnostic.ts';
import { WalkedFolder } from '../files/kinds.ts';
import { extName, joinPath, relativeTo, sanitizedPath } from '../files/paths.ts';
import { toF, toI } from '../ruby/integer.ts';
import { deepMerge } from '../ruby/merge.ts';
import { toS } from '../ruby/to-s.ts';
import { RubyFloat, type RubyHash, type Value } from '../ruby/values.ts';
import { parseCsv, type Row } from '../text/csv.ts';
import { decode } from '../text/decode.ts';
import { encodingOf } from '../text/encodings.ts';
import { loadYamlFile } from '../yaml/load.ts';
import { withNameHints } from './data-names.ts';
import type { Site } from './site.ts';

const EXTENSIONS = ['.yaml', '.yml', '.json', '.csv', '.tsv'];

export function readData(site: Site): RubyHash {
  const read = (folder: string): RubyHash => readFolder(site, folder, WalkedFolder.start(site.files, folder));
  const own = read(sanitizedPath(site.source, site.config.known.dataDir));
  const themed = site.stack.reading.readsThemeData ? site.theme?.folder('_data') : null;
  const data = themed ? deepMerge(read(themed), own) : own;
  return withNameHints(data, site.config.known.dataDir, site.report);
}

function readFolder(site: Site, folder: string, walked: WalkedFolder): RubyHash {
  const data: RubyHash = new Map();
  const { files } = site;
  if (files.stat(folder)?.kind !== 'directory') return data;
  const names = files.list(folder).filter((name) => !name.startsWith('.') && !files.refuses(joinPath(folder, name)));
  const folders = names.filter((name) => files.stat(joinPath(folder, name))?.kind === 'directory');
  const entries = EXTENSIONS.flatMap((extension) =>
    names.filter((name) => name.endsWith(extension) && !folders.includes(name)),
  );
  for (const name of [...entries, ...folders]) {
    const path = joinPath(folder, name);
    if (folders.includes(name)) {
      const key = dataKey(name);
      data.set(key, readFolder(site, path, walked.enter(name, path)));
    } else {
      data.set(dataKey(name.slice(0, -extName(name).length)), readFile(site, path));
    }
  }
  return data;
}

/** DataReader#sanitize_filename; Ruby's \w only matches ASCII. */
function dataKey(name: string): string {
  return name
    .replace(/[^\w \t\n\v\f\r-]+|(?<=^|\b[ \t\n\v\f\r])[ \t\n\v\f\r]+(?=$|[ \t\n\v\f\r]?\b)/g, '')
    .replace(/[ \t\n\v\f\r]+/g, '_');
}

function readFile(site: Site, path: string): Value {
  const shown = relativeTo(site.source, path);
  const extension = extName(path).toLowerCase();
  if (extension === '.csv' || extension === '.tsv') return readTable(site, path, shown, extension);
  return loadYamlFile(site.files.read(path), shown);
}

function readTable(site: Site, path: string, shown: string, extension: '.csv' | '.tsv'): Value {
  const options = site.stack.reading.hasTableOptions
    ? site.config.known[extension === '.csv' ? 'csvReader' : 'tsvReader']
    : null;
  const encoding = toS(options?.encoding ?? site.config.known.encoding);
  const bytes = site.files.read(path);
  const text = decode(bytes, encodingOf(withoutMark(encoding)), shown);
  // Ruby's CSV keeps a byte order mark as part of the first header, unless the encoding is declared with one.
  const mark = startsWithMark(bytes) && !/^bom\|/i.test(encoding) ? '\ufeff' : '';
  const source: Source = { path: shown, text: mark + text };
  const rows = parseCsv(source, extension === '.csv' ? ',' : '\t');
  const converters = options?.csvConverters ?? [];
  const convert = (field: string | null): Value => (field === null ? null : convertField(field, converters));
  if (options?.headers === false) return rows.map((row) => row.map(convert));
  const [header, ...body] = rows;
  if (header === undefined) return [];
  return body.map((row) => toHash(header, row, convert));
}

const startsWithMark = ([a, b, c]: Uint8Array): boolean => a === 0xef && b === 0xbb && c === 0xbf;

/** CSV::Row#to_hash: the first of equal headers wins; fields without a header are stored under nil. */
function toHash(header: Row, row: Row, convert: (field: string | null) => Value): RubyHash {
  const hash: RubyHash = new Map();
  for (let i = 0; i < Math.max(header.length, row.length); i++) {
    const key = header[i] ?? null;
    if (!hash.has(key)) hash.set(key, convert(row[i] ?? null));
  }
  return hash;
}

/** CSV's converters 'integer', 'float' and 'numeric'. */
function convertField(field: string, converters: readonly string[]): Value {
  const numeric = converters.includes('numeric') || converters.includes('all');
  if ((numeric || converters.includes('integer')) && /^\s*[-+]?\d+(?:_\d+)*\s*$/.test(field)) return toI(field);
  if ((numeric || converters.includes('float')) && /^\s*[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?\s*$/i.test(field)) {
    const value = toF(field);
    return typeof value === 'number' ? new RubyFloat(value) : value;
  }
  return field;
}
