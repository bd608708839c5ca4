// Expands tag handles: `!!str` is `tag:yaml.org,2002:str`.

import { YamlFault } from './cursor.ts';
import type { Directive, Tag } from './scan-tag.ts';
import type { Token } from './scanner.ts';

export class TagHandles {
  readonly #prefixes = new Map<string, string>();
  #hasVersion = false;

  /** Adds a directive from before the document. libyaml 0.2.5 allows each once, and accepts YAML 1.1 and 1.2. */
  add({ detail, mark }: Token): void {
    const directive = detail as Directive;
    const fault = (problem: string): YamlFault => new YamlFault(problem, '', 0, mark);
    if (directive.name === 'YAML') {
      if (this.#hasVersion) throw fault('found duplicate %YAML directive');
      if (directive.version !== '1.1' && directive.version !== '1.2') throw fault('found incompatible YAML document');
      this.#hasVersion = true;
      return;
    }
    if (this.#prefixes.has(directive.handle)) throw fault('found duplicate %TAG directive');
    this.#prefixes.set(directive.handle, directive.prefix);
  }

  /** The full tag. `start` is where its node begins. */
  resolve({ detail, mark }: Token, start: number): string {
    const { handle, suffix } = detail as Tag;
    if (handle === '') return suffix;
    const prefix = this.#prefixes.get(handle) ?? DEFAULTS.get(handle);
    if (prefix === undefined) throw new YamlFault('found undefined tag handle', 'while parsing a node', start, mark);
    return prefix + suffix;
  }
}

const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
]);
