// Functions for colours.

import { hexText, hsla, hslOf, rgba, rgbOf, withAlpha } from '../colors.ts';
import { hasUnit, isUnitless, number, roundHalf, withUnit } from '../numbers.ts';
import { inspect, print } from '../print-value.ts';
import { type Color, type Num, unquoted, type Value } from '../values.ts';
import { color, type Functions, fail, type Host, type Implementation, inRange, num } from './define.ts';

const isVar = (value: Value | undefined): boolean => value?.type === 'string' && value.text.includes('var(');
const isSpecial = (value: Value | undefined): boolean => value?.type === 'string' && /(?:calc|var)\(/.test(value.text);
const asIs = (name: string, args: readonly Value[], host: Host): Value =>
  unquoted(`${name}(${args.map((value) => print(value, host.compressed)).join(', ')})`);

function share(value: Num, max: number): number {
  if (isUnitless(value)) return value.value;
  return hasUnit(value, '%') ? (max * value.value) / 100 : fail(`Expected ${inspect(value)} to have no units or "%"`);
}

type Part = 'hue' | 'saturation' | 'lightness' | 'red' | 'green' | 'blue' | 'alpha';
const HSL: readonly Part[] = ['hue', 'saturation', 'lightness'];
const RGB: readonly Part[] = ['red', 'green', 'blue'];

function partOf(value: Color, part: Part): number {
  if (part === 'alpha') return value.alpha;
  const at = HSL.indexOf(part);
  return at >= 0 ? hslOf(value)[at]! : rgbOf(value)[RGB.indexOf(part)]!;
}

function change(value: Color, parts: ReadonlyMap<Part, number>): Color {
  const alpha = parts.get('alpha') ?? value.alpha;
  const pick = (names: readonly Part[]): [number, number, number] =>
    names.map((name) => parts.get(name) ?? partOf(value, name)) as [number, number, number];
  const hasHsl = HSL.some((part) => parts.has(part));
  const hasRgb = RGB.some((part) => parts.has(part));
  if (hasHsl && hasRgb) fail('Cannot specify HSL and RGB values for a color at the same time');
  if (hasHsl) return hsla(...pick(HSL), alpha);
  return hasRgb ? rgba(...pick(RGB), alpha) : withAlpha(value, alpha);
}

const adjust =
  (part: Part, sign: 1 | -1): Implementation =>
  ([value, amount]) => {
    const by = num(amount);
    const max = part === 'alpha' ? 1 : 100;
    const own = color(value);
    inRange(by, 0, max);
    return change(own, new Map([[part, partOf(own, part) + sign * by.value]]));
  };

const LIMITS: Readonly<Record<string, number>> = {
  red: 255,
  green: 255,
  blue: 255,
  saturation: 100,
  lightness: 100,
  alpha: 1,
};

const changes =
  (compute: (current: number, value: Num, max: number | undefined) => number): Implementation =>
  ([value], _, named) => {
    const own = color(value);
    const parts = new Map<Part, number>();
    for (const [name, amount] of named) {
      if (name !== 'hue' && !(name in LIMITS)) fail(`Unknown argument $${name}`);
      parts.set(name as Part, compute(partOf(own, name as Part), num(amount), LIMITS[name]));
    }
    return change(own, parts);
  };

function mix(a: Color, b: Color, weight: number): Color {
  const share = weight / 100;
  const w = share * 2 - 1;
  const span = a.alpha - b.alpha;
  const first = ((w * span === -1 ? w : (w + span) / (1 + w * span)) + 1) / 2;
  const second = 1 - first;
  const [x, y] = [rgbOf(a), rgbOf(b)];
  const part = (i: 0 | 1 | 2): number => x[i] * first + y[i] * second;
  return rgba(part(0), part(1), part(2), a.alpha * share + b.alpha * (1 - share));
}

const rgbFunction: Implementation = (args, host) => {
  if (args.length < 3) return args.some(isVar) ? asIs('rgb', args, host) : fail('wrong number of arguments');
  if (args.some(isSpecial)) return asIs('rgb', args, host);
  const [r, g, b] = args.map((value) => share(num(value), 255));
  return rgba(r!, g!, b!);
};

const rgbaFunction: Implementation = (args, host) => {
  const [first, second] = args;
  if (args.length === 2) {
    if (isVar(first) || (isVar(second) && first!.type !== 'color')) return asIs('rgba', args, host);
    const own = color(first);
    if (isSpecial(second)) return unquoted(`rgba(${rgbOf(own).join(', ')}, ${print(second!, host.compressed)})`);
    return withAlpha(own, share(num(second), 1));
  }
  if (args.length !== 4) return args.some(isVar) ? asIs('rgba', args, host) : fail('wrong number of arguments');
  if (args.some(isSpecial)) return asIs('rgba', args, host);
  const [r, g, b] = args.slice(0, 3).map((value) => share(num(value), 255));
  return withAlpha(rgba(r!, g!, b!), share(num(args[3]), 1));
};

const hslFunction =
  (name: string, count: number): Implementation =>
  (args, host) => {
    if (args.length < count) return args.some(isVar) ? asIs(name, args, host) : fail('wrong number of arguments');
    if (args.some(isSpecial)) return asIs(name, args, host);
    const [h, s, l] = args.map((value) => num(value).value);
    return hsla(h!, s!, l!, args[3] === undefined ? 1 : share(num(args[3]), 1));
  };

export const COLORS: Functions = {
  rgb: ['red green? blue?', rgbFunction],
  rgba: ['red green? blue? alpha?', rgbaFunction],
  hsl: ['hue saturation? lightness?', hslFunction('hsl', 3)],
  hsla: ['hue saturation? lightness? alpha?', hslFunction('hsla', 4)],
  red: ['color', ([c]) => number(rgbOf(color(c))[0])],
  green: ['color', ([c]) => number(rgbOf(color(c))[1])],
  blue: ['color', ([c]) => number(rgbOf(color(c))[2])],
  hue: ['color', ([c]) => withUnit(hslOf(color(c))[0], 'deg')],
  saturation: ['color', ([c]) => withUnit(hslOf(color(c))[1], '%')],
  lightness: ['color', ([c]) => withUnit(hslOf(color(c))[2], '%')],
  alpha: [
    'color ...',
    (args, host) => {
      const isFilter = args.every((value) => value.type === 'string' && /^[a-zA-Z]+\s*=/.test(value.text));
      return isFilter ? asIs('alpha', args, host) : number(color(args[0]).alpha);
    },
  ],
  opacity: [
    'color',
    (args, host) => (args[0]!.type === 'number' ? asIs('opacity', args, host) : number(color(args[0]).alpha)),
  ],
  opacify: ['color amount', adjust('alpha', 1)],
  'fade-in': ['color amount', adjust('alpha', 1)],
  transparentize: ['color amount', adjust('alpha', -1)],
  'fade-out': ['color amount', adjust('alpha', -1)],
  lighten: ['color amount', adjust('lightness', 1)],
  darken: ['color amount', adjust('lightness', -1)],
  saturate: [
    'color amount?',
    (args, host, named) =>
      args.length < 2 ? asIs('saturate', args, host) : adjust('saturation', 1)(args, host, named),
  ],
  desaturate: ['color amount', adjust('saturation', -1)],
  'adjust-hue': [
    'color degrees',
    ([c, by]) => change(color(c), new Map([['hue', hslOf(color(c))[0] + num(by).value]])),
  ],
  'ie-hex-str': [
    'color',
    ([c]) => {
      const own = color(c);
      const alpha = roundHalf(own.alpha * 255)
        .toString(16)
        .padStart(2, '0');
      return unquoted(`#${alpha}${hexText(own).slice(1)}`.toUpperCase());
    },
  ],
  'adjust-color': [
    'color **',
    changes((current, value, max) => {
      if (max === undefined) return current + value.value;
      inRange(value, -max, max);
      return Math.max(0, Math.min(Math.max(current + value.value, -max), max));
    }),
  ],
  'scale-color': [
    'color **',
    changes((current, value, max) => {
      if (max === undefined || !hasUnit(value, '%')) fail('Expected a percentage');
      const by = inRange(value, -100, 100) / 100;
      return current + (by > 0 ? max! - current : current) * by;
    }),
  ],
  'change-color': ['color **', changes((_, value, max) => (max === undefined ? value.value : inRange(value, 0, max)))],
  mix: [
    'color1 color2 weight?',
    ([a, b, weight]) => mix(color(a), color(b), weight === undefined ? 50 : inRange(num(weight), 0, 100)),
  ],
  grayscale: [
    'color',
    (args, host) =>
      args[0]!.type === 'number' ? asIs('grayscale', args, host) : change(color(args[0]), new Map([['saturation', 0]])),
  ],
  complement: ['color', ([c]) => change(color(c), new Map([['hue', hslOf(color(c))[0] + 180]]))],
  invert: [
    'color weight?',
    (args, host) => {
      if (args[0]!.type === 'number') return asIs('invert', args.slice(0, 1), host);
      const own = color(args[0]);
      const [r, g, b] = rgbOf(own);
      const inverse = rgba(255 - r, 255 - g, 255 - b, own.alpha);
      return mix(inverse, own, args[1] === undefined ? 100 : inRange(num(args[1]), 0, 100));
    },
  ],
};
