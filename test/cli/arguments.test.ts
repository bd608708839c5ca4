import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseArguments } from '../../src/cli/arguments.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { helpOf, overview } from '../../src/cli/help.ts';
import { type CommandName, OPTION_TABLE } from '../../src/cli/options.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { closest } from '../../src/text/closest.ts';

const parse = (line: string) => parseArguments(line === '' ? [] : line.split(' '));

function refused(line: string): string {
  try {
    parse(line);
  } catch (error) {
    assert.instance(error, BuildError);
    const { message, hint } = (error as BuildError).diagnostic;
    return `${message} | ${hint ?? ''}`;
  }
  return 'accepted';
}

test("without a command it builds; commands have Jekyll's aliases", () => {
  const commands = ['', 'b', 'build', 's', 'server', 'serve', 'clean', 'help', '--help'].map(
    (line) => parse(line).command,
  );
  assert.equal(commands, ['build', 'build', 'build', 'serve', 'serve', 'serve', 'clean', 'help', 'help']);
  assert.equal(parse('help serve').words, ['serve']);
});

test("options have Jekyll's names and short forms, before or after the command", () => {
  assert.equal(parse('-s in -d out build -D -q --limit_posts 3 --future --baseurl /x').flags, {
    source: 'in',
    destination: 'out',
    baseurl: '/x',
    drafts: true,
    future: true,
    limit_posts: 3,
    quiet: true,
  });
  assert.equal(parse('--config a.yml,b.yml --config=c.yml').flags, { config: ['a.yml', 'b.yml', 'c.yml'] });
  assert.equal(parse('serve -H 0.0.0.0 -P 8080 -b /y').flags, { baseurl: '/y', host: '0.0.0.0', port: 8080 });
});

test('long options may be abbreviated, negated, and written with - or _', () => {
  assert.equal(parse('--dest out --strict-front-matter').flags, { destination: 'out', strict_front_matter: true });
  assert.equal(parse('--no-drafts --no-watch').flags, { drafts: false, watch: false });
  assert.equal(parse('--no-watch').missing, []);
});

test("Jekyll's unsupported options are a warning, or an error if the result would differ", () => {
  assert.equal(parse('build --incremental -w').missing, ['watch', 'incremental']);
  assert.is(refused('--lsi'), '--lsi is not supported. | It would not find the same related posts as Jekyll.');
  assert.match(refused('new site'), "Jekyll's command 'new' is not supported.");
});

test('mistakes are reported with a suggestion', () => {
  assert.is(refused('serev'), "Unknown command 'serev'. | Did you mean 'serve'?");
  assert.is(refused('--driafts'), 'Unknown option --driafts. | Did you mean --drafts?');
  assert.is(refused('-z'), 'Unknown option -z. | See: build-site help');
  assert.is(refused('--limit_posts many'), "--limit_posts needs a whole number, not 'many'. | ");
  assert.match(refused('-s'), '--source needs a value: --source=DIR');
  assert.match(refused('--drafts=yes'), '--drafts takes no value');
  assert.match(refused('build --port 1'), "'build' has no option --port");
  assert.match(refused('build folder'), "Unexpected 'folder' after 'build'.");
  assert.is(parse('clean --drafts').command, 'clean');
});

test('the help names every command and option', () => {
  for (const name of Object.keys(COMMANDS)) assert.match(overview(), new RegExp(`^  ${name}`, 'm'));
  for (const [name, { commands }] of Object.entries(OPTION_TABLE)) {
    for (const command of commands) assert.match(helpOf(command as CommandName), `--${name}`);
  }
  for (const line of `${overview()}\n${helpOf('serve')}`
    .split('\n')
    .filter((text) => !text.startsWith('Options of Jekyll'))) {
    assert.ok(line.length <= 120, line);
  }
});

test('no two options of a command share a short form', () => {
  for (const command of Object.keys(COMMANDS)) {
    const own = Object.values(OPTION_TABLE).filter(
      ({ commands, short }) => short && commands.includes(command as CommandName),
    );
    assert.is(new Set(own.map(({ short }) => short)).size, own.length, command);
  }
});

test('the closest name', () => {
  assert.is(closest('buidl', ['build', 'serve']), 'build');
  assert.is(closest('zzz', ['build', 'serve']), null);
});

test.run();
