/** Code made from samples: pieces of them, joined and damaged, the same for the same seed. */

/** A small generator of repeatable numbers (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

// A blank alone stands for itself, `\n` and its like for what JavaScript reads there.
const SPLINTERS = [
  ...`" ' \` / \\ # { } ( ) [ ] < > : ; = - -- . , ? ! @ $ % & * + | ~ ^ _ 0 1e5 0x1F 3.14 a é ² ₀ Ⅷ ½ – 日本 😀 \\n`.split(
    ' ',
  ),
  ...`// /* */ <!-- --> {{ }} {% %} """ ''' \${ #{ => :: ...`.split(' '),
  ...['\n', '\n\n', ' ', '  ', '\t', '\r\n'],
];

export function mutate(samples: readonly string[], random: (below: number) => number): string {
  const pick = () => samples[random(samples.length)]!;
  const lines = pick().split('\n');
  const start = random(lines.length);
  let code = lines.slice(start, start + 1 + random(12)).join('\n');
  if (random(3) === 0) {
    const other = pick().split('\n');
    const from = random(other.length);
    code += (random(2) ? '\n' : '') + other.slice(from, from + 1 + random(6)).join('\n');
  }
  for (let times = random(5); times > 0; times--) {
    const at = random(code.length + 1);
    const kind = random(5);
    if (kind === 0) code = code.slice(0, at) + code.slice(at + 1 + random(4));
    else if (kind === 1) code = code.slice(0, at) + code.slice(at, at + 1 + random(10)) + code.slice(at);
    else if (kind === 2) code = code.slice(0, at);
    else code = code.slice(0, at) + SPLINTERS[random(SPLINTERS.length)]! + code.slice(at);
  }
  return code.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}

/** The smallest piece that is still bad: leaves out ever smaller parts while that is possible. */
export async function shrink(code: string, bad: (code: string) => Promise<boolean>): Promise<string> {
  let budget = 400;
  let chars = Array.from(code);
  for (let size = Math.ceil(chars.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < chars.length; ) {
      const less = [...chars.slice(0, at), ...chars.slice(at + size)];
      if (budget-- <= 0) return chars.join('');
      if (less.length > 0 && (await bad(less.join('')))) chars = less;
      else at += size;
    }
  }
  return chars.join('');
}
