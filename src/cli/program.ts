// Parses the command line, runs the command and reports errors.

import manifest from '../../package.json' with { type: 'json' };
import { BuildError } from '../diagnostics/diagnostic.ts';
import { visibleLine } from '../diagnostics/visible.ts';
import { type Arguments, parseArguments } from './arguments.ts';
import { Console, type Stream } from './console.ts';
import type { Context } from './context.ts';
import { type CommandName, type Flags, OPTION_TABLE } from './options.ts';

type Run = (flags: Flags, context: Context, words: readonly string[]) => Promise<number>;

/** Each command's code is loaded on demand, so that `--version` doesn't wait for it. */
const RUN: Readonly<Record<CommandName, Run>> = {
  build: async (flags, context) => (await import('./build.ts')).runBuild(flags, context),
  serve: async (flags, context) => (await import('./serve.ts')).runServe(flags, context),
  clean: async (flags, context) => (await import('./clean.ts')).runClean(flags, context),
  help: async (_flags, context, words) => (await import('./help.ts')).runHelp(context, words),
};

/** The surroundings of a run: those of the process, or of a test. */
export interface World extends Omit<Context, 'console' | 'folder'> {
  /** The working folder; null if it was removed. */
  readonly folder: string | null;
  readonly out: Stream;
  readonly err: Stream;
}

/** @returns the exit status: 0, or 1 after an error */
export async function runProgram(args: readonly string[], world: World): Promise<number> {
  let parsed: Arguments | null = null;
  let console = new Console(world);
  try {
    parsed = parseArguments(args);
    const { command, flags, missing, words } = parsed;
    console = new Console({ ...world, quiet: flags.quiet, verbose: flags.verbose });
    if (flags.version === true) {
      console.print(`build-site ${manifest.version}`);
      return 0;
    }
    for (const name of missing) {
      const message = `--${name} is not supported. ${OPTION_TABLE[name]!.missing!.why}`;
      console.diagnostic({ code: 'option-not-there', severity: 'warning', message });
    }
    const context: Context = { ...world, folder: world.folder ?? '/', console };
    if (flags.help === true) return await RUN.help(flags, context, command === 'help' ? words : [command]);
    if (world.folder === null && command !== 'help') throw folderIsGone();
    return await RUN[command](flags, context, words);
  } catch (error) {
    tell(error, console, parsed?.flags.trace ?? args.includes('--trace'));
    return 1;
  }
}

const folderIsGone = (): BuildError =>
  new BuildError({
    code: 'working-folder-gone',
    message: 'The working folder no longer exists: it was removed or renamed after the shell entered it.',
    hint: 'Change to an existing folder (`cd`) and run the command again.',
  });

function tell(error: unknown, console: Console, trace: boolean): void {
  const stack = error instanceof Error ? stackOf(error) : String(error);
  if (error instanceof BuildError) {
    console.diagnostic(error.diagnostic);
  } else if (isOutOfFiles(error)) {
    console.diagnostic({
      code: 'too-many-files',
      severity: 'error',
      message: 'Too many files are open',
      hint: 'Raise the limit, for instance with `ulimit -n 1024`, and build again.',
    });
  } else {
    console.diagnostic({
      code: 'internal',
      severity: 'error',
      message: `build-site itself failed: ${error instanceof Error ? error.message : String(error)}`,
      hint: trace
        ? undefined
        : 'This is a bug in build-site. Run the command again with --trace, and report what it prints.',
    });
  }
  if (trace) console.detail(stack);
}

/**
 * Whether the limit of open files was reached, no matter what was being opened: one of our modules, a thread, a
 * process.
 */
function isOutOfFiles(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) if (/\bE[MN]FILE\b/.test(one.message)) return true;
  return false;
}

/** The stack, with the message on one line whatever characters the names in it contain. */
function stackOf(error: Error): string {
  const { message, stack = message } = error;
  const at = stack.indexOf(message);
  const own = at < 0 ? stack : stack.slice(0, at) + visibleLine(message) + stack.slice(at + message.length);
  return error.cause instanceof Error ? `${own}\nCaused by: ${stackOf(error.cause)}` : own;
}
