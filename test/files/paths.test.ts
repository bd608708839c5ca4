import { test } from 'uvu';
import * as paths from '../../src/files/paths.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['paths'], {
  file_name: (_, path: string) => [paths.dirName(path), paths.baseName(path), paths.extName(path)],
  join: (_, ...parts: string[]) => paths.joinPath(...parts),
  expand_path: (_, path: string, base: string) => paths.expandPath(path, base),
  sanitized_path: (_, base: string, path: string) => paths.sanitizedPath(base, path),
});

test.run();
