// Which tests `npm test -- ARGUMENT...` runs, and why.

/** One argument: the files that it chooses, and of those all tests, or the ones with certain words in their title. */
export interface Choice {
  readonly argument: string;
  readonly files: readonly string[];
  /** Any of these; null for all tests of the files. */
  readonly titles: readonly string[] | null;
  /** What was chosen, for the first line of the output. */
  readonly why: string;
}

const CASES = /^(?:\.\/)?test\/(.+)\/(?:cases|sites)\/([^/]+)\.txt$/;
const SOURCE = /^(?:\.\/)?src\/(.+)\.ts$/;

/** @param files the paths of all test files */
export function byWord(argument: string, files: readonly string[]): Choice {
  const containing = (word: string): string[] => files.filter((path) => path.includes(word));
  const [, folder, cases] = CASES.exec(argument) ?? [];
  if (cases !== undefined) {
    // Such tests begin with the name of their file.
    const titles = [`${cases},`, `${cases}:`];
    return { argument, files: containing(`test/${folder}/`), titles, why: `the cases of ${argument}` };
  }
  const [, source] = SOURCE.exec(argument) ?? [];
  if (source !== undefined) {
    const own = containing(`test/${source}.test.ts`);
    if (own.length > 0) return { argument, files: own, titles: null, why: `the tests of ${argument}` };
    const room = `test/${source.split('/')[0]}/`;
    return {
      argument,
      files: containing(room),
      titles: null,
      why: `all of ${room}, as ${argument} has no test of its own`,
    };
  }
  const found = containing(argument.replace(/^\.\//, ''));
  if (found.length === 0) return byTitle(argument, files);
  const count = found.length === 1 ? 'the only file' : `the ${found.length} files`;
  const why = `${count} with '${argument}' in the path (by title instead: --title ${shell(argument)})`;
  return { argument, files: found, titles: null, why };
}

export function byTitle(argument: string, files: readonly string[]): Choice {
  return { argument, files, titles: [argument], why: `the tests with '${argument}' in their title` };
}

/** What to run of a file: all tests (null), those with one of these words in their title, or none (an empty list). */
export function titlesIn(file: string, choices: readonly Choice[]): readonly string[] | null {
  const chosen = choices.filter(({ files }) => files.includes(file));
  if (chosen.some(({ titles }) => titles === null)) return null;
  return chosen.flatMap(({ titles }) => titles ?? []);
}

/** As a word of a shell's command. */
export const shell = (word: string): string => (/^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
