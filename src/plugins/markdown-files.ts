// Markdown files and written documents, which several plugins iterate over.

import { Document } from '../content/document.ts';
import type { StaticFile } from '../content/static-file.ts';
import type { Site } from '../site/site.ts';

export const isMarkdown = (site: Site, extension: string): boolean =>
  site.config.markdownExtensions.includes(extension.toLowerCase());

/** Site#docs_to_write: the documents and files of all written collections. */
export const documentsToWrite = (site: Site): (Document | StaticFile)[] =>
  site.documents.filter((document) => document.isWritten);

export const isDocument = (item: unknown): item is Document => item instanceof Document;
