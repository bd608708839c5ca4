import { resolve } from 'node:path';

/** A path from the working folder on, with `/` between its parts on any system. */
export const absolute = (path: string): string => resolve(path).replaceAll('\\', '/');
