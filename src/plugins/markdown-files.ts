// Markdown files and written documents, which several plugins iterate over.

import { Document } from '../content/document.ts';
import type { StaticFile } from '../content/static-file.ts';
import type { ExactSite } from '../contract/exact.ts';

export const isMarkdown = (site: Pick<ExactSite, 'config'>, extension: string): boolean =>
  site.config.markdownExtensions.includes(extension.toLowerCase());

/** Site#docs_to_write: the documents and files of all written collections. */
export const documentsToWrite = (site: ExactSite): (Document | StaticFile)[] =>
  site.documents.filter((document) => document.isWritten);

export const isDocument = (item: unknown): item is Document => item instanceof Document;
