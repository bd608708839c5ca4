// The commands as data, for the parser and the help. program.ts runs them.

import type { CommandName } from './options.ts';

export interface Command {
  readonly aliases: readonly string[];
  readonly help: string;
}

export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  build: { aliases: ['b'], help: 'Build the site (the default command)' },
  serve: { aliases: ['server', 's'], help: 'Build the site and show it at http://127.0.0.1:4000' },
  clean: { aliases: [], help: "Remove the built site and Jekyll's caches" },
  help: { aliases: [], help: 'Show the commands, or the options of one: build-site help serve' },
};

/** Jekyll's commands that this tool doesn't have, and what to do instead. */
export const ABSENT: Readonly<Record<string, string>> = {
  new: 'Copy a template such as academicpages, or start with a _config.yml and an index.md.',
  'new-theme': 'A theme is a site with _layouts, _includes, _sass and assets.',
  doctor: 'Run a build instead: it warns of such problems.',
  hyde: 'Run a build instead: it warns of such problems.',
};
