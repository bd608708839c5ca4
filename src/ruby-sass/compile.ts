// Ruby Sass 3.7.4, github-pages' compiler, without Ruby: SCSS or the indented syntax in, CSS out.

import type { CssNode } from './css.ts';
import { headOf } from './css.ts';
import { RubySassError } from './error.ts';
import { evaluate, type Import, type Sources } from './evaluate.ts';
import type { Extensions } from './extend.ts';
import { flatten } from './flatten.ts';
import { parseIndented } from './indented-parser.ts';
import { checkNodes, checkStatements } from './nesting.ts';
import { parseScss } from './parser.ts';
import { printSheet, type Style } from './print.ts';
import type { Statement } from './tree.ts';

export interface SheetOptions {
  readonly syntax: 'scss' | 'sass';
  readonly style: Style;
  /** Absolute paths of folders. */
  readonly loadPaths: readonly string[];
  warn(message: string): void;
}

/** The files that `@import` reads. */
export interface SheetFiles {
  isFile(path: string): boolean;
  isDirectory(path: string): boolean;
  read(path: string): string;
}

export class RubySass implements Sources {
  readonly #files: SheetFiles;
  /** By path and style. */
  readonly #parsed = new Map<string, readonly Statement[]>();
  #style: Style = 'nested';
  #loadPaths: readonly string[] = [];

  constructor(files: SheetFiles) {
    this.#files = files;
  }

  /** Returns CSS that ends with a newline, or ''. Throws a RubySassError for what it can't compile. */
  compile(text: string, options: SheetOptions): string {
    this.#loadPaths = options.loadPaths;
    this.#style = options.style;
    const { syntax, style, warn } = options;
    const statements = parse(text, syntax, style);
    checkStatements(statements);
    const nested = evaluate(statements, { compressed: style === 'compressed', sources: this, warn });
    checkNodes(nested);
    const { nodes, extensions } = flatten(nested, style);
    if (!extensions.isEmpty) {
      extend(nodes, extensions, []);
      extensions.check();
    }
    return printSheet(nodes, style);
  }

  find(name: string, from: string | null): Import {
    const folders = from === null ? this.#loadPaths : [from.slice(0, from.lastIndexOf('/')), ...this.#loadPaths];
    for (const folder of folders) {
      const path = this.#locate(folder, name);
      if (path === null) continue;
      const key = `${path}\0${this.#style}`;
      let statements = this.#parsed.get(key);
      if (statements === undefined) {
        statements = parse(this.#files.read(path), path.endsWith('.sass') ? 'sass' : 'scss', this.#style);
        checkStatements(statements);
        this.#parsed.set(key, statements);
      }
      return { path, statements };
    }
    throw new RubySassError(`File to import not found or unreadable: ${name}.`);
  }

  #locate(folder: string, name: string): string | null {
    const whole = name.startsWith('/') ? name : `${folder}/${name}`;
    const at = whole.lastIndexOf('/');
    const known = /^(.*)\.(sass|scss)$/.exec(whole.slice(at + 1));
    const base = known === null ? whole.slice(at + 1) : known[1]!;
    const found = (known === null ? ['sass', 'scss'] : [known[2]!]).flatMap((extension) =>
      [`_${base}`, base]
        .map((file) => cleaned(`${whole.slice(0, at)}/${file}.${extension}`))
        .filter((path) => this.#files.isFile(path)),
    );
    if (found.length > 1) throw new RubySassError(`It's not clear which file to import for '@import "${name}"'.`);
    if (found.length === 1) return found[0]!;
    return known === null && this.#files.isDirectory(whole) ? this.#locate(whole, 'index') : null;
  }
}

const parse = (text: string, syntax: SheetOptions['syntax'], style: Style): readonly Statement[] =>
  syntax === 'sass' ? parseIndented(text, style) : parseScss(text);

/** Resolves `.` and `..`. */
function cleaned(path: string): string {
  if (!path.includes('/.')) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function extend(nodes: readonly CssNode[], extensions: Extensions, within: readonly string[]): void {
  for (const node of nodes) {
    if (node.kind === 'rule') node.selector = extensions.apply(node.selector, within);
    else if (node.kind === 'directive' && node.children !== null) {
      extend(node.children, extensions, [...within, headOf(node)]);
    }
  }
}
