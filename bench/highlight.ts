// How fast code is highlighted: megabytes per second on 1 MB of Python, C++ and YAML beside Rouge itself; with --hostile, a
// table of code that tries to make a lexer slow, at n, 2n and 4n; with --sweep, every lexer on pieces that may open something;
// with --ambiguous, the patterns of which one attempt takes too long and that aren't declared to (rx.ts).
//
//   npm run bench:highlight -- [--rouge 3|4] [--code LANGUAGE=FILE]… [--rounds 3]
//   npm run bench:highlight -- --hostile | --sweep | --ambiguous [--only TEXT] [--from TAG]
//
// With REFERENCE set (a command that runs `exec STACK ruby FILE`) Rouge is measured as well, in the same run and in
// turn with ours; each figure is the best of the rounds. The code is made here, unless --code names files. The status is 1
// where a hostile text grows faster than it may.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Random } from '../scripts/diff/kramdown-documents.ts';
import { Reference } from '../scripts/diff/rouge-reference.ts';
import { createHighlighter } from '../src/build/highlight.ts';
import { lexerSource } from '../src/build/on-demand.ts';
import { languagesOf } from '../src/highlight/registry.ts';
import { isAmbiguous } from '../src/highlight/rx.ts';
import { rougeVersion } from '../src/highlight/versions.ts';
import { translate } from '../src/regex/translate.ts';
import { attackOn, succeeds } from './ambiguous-patterns.ts';
import { HOSTILE_CODE, PIECES } from './hostile-code.ts';

const { values } = parseArgs({
  options: {
    rouge: { type: 'string', default: '3' },
    code: { type: 'string', multiple: true, default: [] },
    hostile: { type: 'boolean', default: false },
    sweep: { type: 'boolean', default: false },
    ambiguous: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    from: { type: 'string', default: '' },
    rounds: { type: 'string', default: '3' },
  },
});
const version = values.rouge === '4' ? '4.7.0' : '3.30.0';
const LENGTH = 1_000_000;

type Writer = (random: Random) => string;

const WORDS = 'user order total price index count name value path line node item left right cache buffer'.split(' ');
const one = <T>(random: Random, of: readonly T[]): T => of[random.below(of.length)]!;
const name = (random: Random): string => `${one(random, WORDS)}_${one(random, WORDS)}`;

function expression(random: Random, depth = 0): string {
  const kind = random.below(depth > 2 ? 4 : 7);
  if (kind === 0) return String(random.below(1000));
  if (kind === 1) return `"${one(random, WORDS)} %s\\n"`;
  if (kind < 4) return name(random);
  if (kind === 4) return `${name(random)}(${expression(random, depth + 1)}, ${expression(random, depth + 1)})`;
  if (kind === 5)
    return `${expression(random, depth + 1)} ${one(random, ['+', '-', '*', '/', '<', '=='])} ${name(random)}`;
  return `${name(random)}[${expression(random, depth + 1)}]`;
}

const python: Writer = (random) => {
  const lines = [`def ${name(random)}(self, ${name(random)}=None, *args):`];
  if (random.below(2) === 0) lines.push(`    """Returns the ${one(random, WORDS)} of a ${one(random, WORDS)}."""`);
  for (let n = 3 + random.below(9); n > 0; n--) {
    const kind = random.below(7);
    if (kind === 0) lines.push(`    # the ${one(random, WORDS)} comes before the ${one(random, WORDS)}`);
    else if (kind === 1)
      lines.push(
        `    if ${expression(random)} and not ${name(random)}:\n        raise ValueError('no ${one(random, WORDS)}')`,
      );
    else if (kind === 2)
      lines.push(
        `    for ${one(random, WORDS)} in range(${random.below(99)}):\n        print(f"{${name(random)}!r}: {${name(random)}:>10}")`,
      );
    else if (kind === 3)
      lines.push(`    self.${name(random)} = [${expression(random)} for _ in ${name(random)} if _ is not None]`);
    else if (kind === 4)
      lines.push(`    ${name(random)} = {'${one(random, WORDS)}': ${expression(random)}, "b": 1.5e-3, 'c': 0xff}`);
    else lines.push(`    ${name(random)} = ${expression(random)}`);
  }
  lines.push(`    return ${expression(random)}`);
  return `${random.below(3) === 0 ? `@${one(random, WORDS)}.cached\n` : ''}${lines.join('\n')}\n\n\n`;
};

const cpp: Writer = (random) => {
  const type = one(random, ['int', 'std::string', 'const auto&', 'std::vector<double>', 'Node*']);
  const lines = [`${type} ${name(random)}(const std::map<int, Node>& ${name(random)}, size_t ${one(random, WORDS)}) {`];
  for (let n = 3 + random.below(9); n > 0; n--) {
    const kind = random.below(7);
    if (kind === 0) lines.push(`  // the ${one(random, WORDS)} comes before the ${one(random, WORDS)}`);
    else if (kind === 1)
      lines.push(
        `  if (${expression(random)} && !${name(random)}) {\n    throw std::runtime_error("no ${one(random, WORDS)}");\n  }`,
      );
    else if (kind === 2)
      lines.push(
        `  for (int i = 0; i < ${name(random)}.size(); ++i) ${name(random)}->push_back(static_cast<long>(i * 2.5f));`,
      );
    else if (kind === 3) lines.push(`  /* ${one(random, WORDS)}\n   * ${one(random, WORDS)} */`);
    else if (kind === 4) lines.push(`  std::cout << ${expression(random)} << '\\n' << 0xffUL << std::endl;`);
    else lines.push(`  auto ${name(random)} = ${expression(random)};`);
  }
  lines.push(`  return ${expression(random)};\n}\n\n`);
  const before = random.below(4);
  if (before === 0) return `#include <${one(random, WORDS)}/${one(random, WORDS)}.hpp>\n${lines.join('\n')}`;
  if (before === 1)
    return `template <typename T>\nclass ${one(random, WORDS)} : public Base<T> {\n public:\n  virtual ~Base() = default;\n};\n\n${lines.join('\n')}`;
  return lines.join('\n');
};

const yaml: Writer = (random) => {
  const lines = [`${name(random)}:`];
  for (let n = 3 + random.below(9); n > 0; n--) {
    const kind = random.below(8);
    if (kind === 0) lines.push(`  # the ${one(random, WORDS)} comes before the ${one(random, WORDS)}`);
    else if (kind === 1)
      lines.push(
        `  - ${one(random, WORDS)}: "${one(random, WORDS)} \\"${one(random, WORDS)}\\""\n    ${name(random)}: ${random.below(999)}`,
      );
    else if (kind === 2) lines.push(`  ${name(random)}: [${one(random, WORDS)}, 'a b', ${random.below(99)}, {k: v}]`);
    else if (kind === 3)
      lines.push(`  ${name(random)}: |\n    ${one(random, WORDS)} and\n    more ${one(random, WORDS)}`);
    else if (kind === 4) lines.push(`  ${name(random)}: &${one(random, WORDS)}\n    <<: *${one(random, WORDS)}`);
    else lines.push(`  ${name(random)}: ${one(random, WORDS)} ${one(random, ['true', 'of the sea', '12.5', 'null'])}`);
  }
  return `${lines.join('\n')}\n`;
};

function made(write: Writer): string {
  const random = new Random(7);
  let text = '';
  while (text.length < LENGTH) text += write(random);
  return text;
}

function codes(): [language: string, code: string][] {
  if (values.code.length > 0)
    return values.code.map((given) => {
      const at = given.indexOf('=');
      return [given.slice(0, at), readFileSync(given.slice(at + 1), 'utf8')];
    });
  return [
    ['python', made(python)],
    ['cpp', made(cpp)],
    ['yaml', made(yaml)],
  ];
}

function time(task: () => unknown): number {
  const from = performance.now();
  task();
  return performance.now() - from;
}

async function speed(): Promise<void> {
  const highlighter = createHighlighter(version);
  const reference = process.env.REFERENCE ? new Reference(version) : null;
  const folder = mkdtempSync(join(tmpdir(), 'highlight-bench-'));
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, Rouge ${version}; MB/s, the first run and the best`,
  );
  for (const [language, code] of codes()) {
    const rate = (ms: number) => (Buffer.byteLength(code) / 1000 / ms).toFixed(2).padStart(8);
    const file = join(folder, 'code');
    writeFileSync(file, code);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < Number(values.rounds); round++) {
      for (let i = 0; i < 3; i++) {
        const text = another(code, 3 * round + i);
        ours.push(time(() => highlighter.html(text, language)));
      }
      const answer = await reference?.ask({ ask: 'time', language, file });
      if (answer?.seconds !== undefined) theirs.push(answer.seconds * 1000);
    }
    const best = Math.min(...ours);
    console.log(
      `${language.padEnd(12)}${(Buffer.byteLength(code) / 1e6).toFixed(2)} MB   build-site${rate(ours[0]!)}${rate(best)}`,
    );
    if (theirs.length === 0) continue;
    const gem = Math.min(...theirs);
    console.log(`${''.padEnd(22)}Rouge     ${rate(theirs[0]!)}${rate(gem)}    ratio ${(gem / best).toFixed(1)}`);
  }
  reference?.end();
  rmSync(folder, { recursive: true });
}

/** CPU time in milliseconds, which other work on the machine hardly changes. */
function effort(task: () => unknown): number {
  const from = process.cpuUsage();
  task();
  return process.cpuUsage(from).user / 1000;
}

/** Code that differs from the last: a pattern remembers where it has failed in that. */
const another = (code: string, turn: number): string => '\n'.repeat(turn) + code;

/** Growth from n to 4n that still counts as linear: 4, plus some for a noisy machine and the garbage collector. */
const MOST_GROWTH = 8;
/** Milliseconds below which a growth says nothing. */
const TOO_SHORT = 40;

async function hostile(): Promise<boolean> {
  const highlighter = createHighlighter(version);
  let bad = 0;
  console.log('milliseconds for n, 2n and 4n characters, n = 50,000; the growth from n to 4n; the time for 1,000,000');
  for (const [title, { language, code }] of Object.entries(HOSTILE_CODE)) {
    if (!`${language} ${title}`.includes(values.only)) continue;
    const best = (n: number) => {
      const text = code(n);
      return Math.min(...[0, 1].map((turn) => effort(() => highlighter.html(another(text, turn), language))));
    };
    best(10_000);
    const [a, b, c] = [best(50_000), best(100_000), best(200_000)];
    const growth = c / a;
    const isBad = growth > MOST_GROWTH && c > TOO_SHORT;
    const long = isBad ? Number.NaN : effort(() => highlighter.html(code(1_000_000), language));
    if (isBad) bad++;
    const cells = [a, b, c].map((ms) => ms.toFixed(1).padStart(9)).join('');
    console.log(
      `${language.padEnd(12)}${title.padEnd(36)}${cells}${growth.toFixed(1).padStart(7)}${long.toFixed(0).padStart(8)}${isBad ? '  TOO MUCH' : ''}`,
    );
  }
  console.log(`${bad} of ${Object.keys(HOSTILE_CODE).length} grow too fast`);
  return bad === 0;
}

/** Every lexer on every piece, in shorter code: shows what grows too fast. */
async function sweep(): Promise<boolean> {
  const highlighter = createHighlighter(version);
  let bad = 0;
  for (const tag of new Set(Array.from(languagesOf(rougeVersion(version)).values(), (language) => language.tag))) {
    if (!tag.includes(values.only) || tag < values.from) continue;
    for (const piece of PIECES) {
      let turn = 0;
      const run = (n: number) => {
        const code = another(piece.repeat(n / piece.length), turn++);
        return effort(() => highlighter.html(code, tag));
      };
      // Growth only matters if it takes long.
      const first = run(20_000);
      if (first < 8 || run(60_000) < Math.max(72, 5 * first)) continue;
      const [short, long] = [20_000, 80_000].map((n) => Math.min(run(n), run(n), run(n)));
      if (long! / short! <= MOST_GROWTH || long! < 200) continue;
      bad++;
      const cells = [short!, long!].map((ms) => ms.toFixed(0).padStart(8)).join('');
      console.log(`${tag.padEnd(14)} ${JSON.stringify(piece).padEnd(16)}${cells}`);
    }
  }
  console.log(`${bad} grow too fast`);
  return bad === 0;
}

async function ambiguous(): Promise<boolean> {
  let bad = 0;
  for (const { tag, file } of new Set(languagesOf(rougeVersion(version)).values())) {
    if (!tag.includes(values.only) || tag < values.from) continue;
    for (const [state, rules] of Object.entries(lexerSource.lexer(file).states(rougeVersion(version))))
      for (const rule of rules) {
        if (typeof rule === 'string' || isAmbiguous(rule[0])) continue;
        const { source, flags } = translate(rule[0], true);
        const attack = attackOn(source, flags);
        if (attack === null || !succeeds(new RegExp(source, flags), attack)) continue;
        bad++;
        console.log(`${tag} ${state}: /${source}/ ${attack.grows}, ${JSON.stringify([attack.start, attack.piece])}`);
      }
  }
  console.log(`${bad} patterns are ambiguous and don't say so`);
  return bad === 0;
}

if (values.ambiguous) process.exitCode = (await ambiguous()) ? 0 : 1;
else if (values.sweep) process.exitCode = (await sweep()) ? 0 : 1;
else if (values.hostile) process.exitCode = (await hostile()) ? 0 : 1;
else await speed();
