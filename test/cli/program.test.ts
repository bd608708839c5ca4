import { test } from 'uvu';
import * as assert from 'uvu/assert';
import manifest from '../../package.json' with { type: 'json' };
import { runProgram } from '../../src/cli/program.ts';

async function run(
  line: string,
  env: Record<string, string> = {},
): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const status = await runProgram(line.split(' '), {
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    env,
    folder: '/nowhere',
    interrupted: () => Promise.resolve(),
  });
  return { status, out, err };
}

test('the version and the help go to stdout, with status 0', async () => {
  assert.equal(await run('--version'), { status: 0, out: `build-site ${manifest.version}\n`, err: '' });
  assert.equal(await run('-v'), await run('build --version'));
  const help = await run('help serve');
  assert.equal([help.status, help.err], [0, '']);
  assert.match(help.out, '--port PORT');
  assert.equal(await run('serve --help'), help);
});

test('the help says which options of Jekyll have no effect, which are refused, and what the environment sets', async () => {
  const build = (await run('help')).out;
  assert.match(
    build,
    /no effect: --watch, --incremental, --force_polling\n\n.* refused: --plugins, --layouts, --lsi\n/,
  );
  assert.match(build, /BUILD_SITE_DEBUG +Explain decisions about: stack,theme/);
  assert.match((await run('help serve')).out, /no effect: .*--livereload[\s\S]*refused: .*--detach/);
});

test('mistakes go to stderr, with status 1, without a stack', async () => {
  const { status, out, err } = await run('--nope');
  assert.equal([status, out], [1, '']);
  assert.is(err, 'Error: Unknown option --nope. [command-line]\n  Hint: See: build-site help\n');
  assert.is((await run('help nothing')).status, 1);
});

test('--trace shows a stack', async () => {
  assert.match((await run('--nope --trace')).err, /\n {4}at /);
});

test.run();
