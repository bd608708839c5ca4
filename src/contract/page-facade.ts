// A page or document, and a static file, as plugins see them.

import { Document } from '../content/document.ts';
import { Page } from '../content/page.ts';
import type { StaticFile } from '../content/static-file.ts';
import { fromPlain, type Plain, toPlain } from '../ruby/plain.ts';
import type { PluginFile, PluginPage } from './facade.ts';

export class PageFacade implements PluginPage {
  readonly exact: Page | Document;

  constructor(exact: Page | Document) {
    this.exact = exact;
  }

  get collection(): string | null {
    return this.exact instanceof Document ? this.exact.collection.label : null;
  }

  get path(): string {
    return this.exact.relativePath;
  }

  get extension(): string {
    return this.exact.extname;
  }

  get url(): string {
    return this.exact.url;
  }

  get content(): string {
    return this.exact.content ?? '';
  }

  get output(): string | null {
    return this.exact.output;
  }

  field(name: string): Plain {
    return toPlain(this.exact.field(name));
  }

  setField(name: string, value: Plain): void {
    this.exact.setField(name, fromPlain(value, this.exact.site.zone));
  }

  setContent(content: string): void {
    this.exact.setContent(content);
  }

  setOutput(output: string): void {
    const { results } = this.exact.site;
    if (output !== this.exact.output) results.noteChange(this.exact, 'output');
    results.setOutput(this.exact, output);
  }

  setPaginator(value: Plain): void {
    if (this.exact instanceof Page) this.exact.setPager(fromPlain(value, this.exact.site.zone));
  }

  renewExcerpt(): void {
    if (this.exact instanceof Document) this.exact.renewExcerpt();
  }
}

export const fileFacade = (exact: StaticFile): PluginFile => ({
  exact,
  path: exact.relativePath.replace(/^\//, ''),
  get url() {
    return exact.url;
  },
});
