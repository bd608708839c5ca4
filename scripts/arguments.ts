// The arguments of our scripts, read strictly: what a script doesn't know ends it before it has done anything.

import { type ParseArgsConfig, parseArgs } from 'node:util';

/** @param usage printed for `--help`, and after what is wrong with the arguments */
export function readArguments<const T extends ParseArgsConfig>(usage: string, config: T) {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    return parseArgs<T>(config);
  } catch (error) {
    const [sentence] = (error as Error).message.split('. ');
    process.stderr.write(`${sentence}.\n${usage}\n`);
    process.exit(1);
  }
}
