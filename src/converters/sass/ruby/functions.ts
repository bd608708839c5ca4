// The functions that are built into Ruby Sass 3.7.4.

import { Extensions } from './extend.ts';
import { normalizeName } from './script-parser.ts';
import { isCompound, printCompound, resolveParents, type SelectorList } from './selector.ts';
import { parseSelector } from './selector-parser.ts';
import type { Callable, FunctionValue } from './tree.ts';
import {
  bool,
  type Color,
  comparable,
  compare,
  equal,
  hasUnit,
  hexText,
  hsla,
  hslOf,
  inspect,
  isUnitless,
  isWhole,
  items,
  keyOf,
  list,
  type MapValue,
  mapOf,
  NULL,
  type Num,
  number,
  print,
  quoted,
  RubySassError,
  rgba,
  rgbOf,
  roundHalf,
  type Str,
  separatorOf,
  unitText,
  unquoted,
  type Value,
  withAlpha,
  withUnit,
} from './values.ts';

/** What a function may ask of the evaluation. */
export interface Host {
  readonly compressed: boolean;
  variableExists(name: string, global: boolean): boolean;
  mixinExists(name: string): boolean;
  contentExists(): boolean;
  callable(name: string): Callable | null;
  call(target: FunctionValue, args: readonly Value[], named: ReadonlyMap<string, Value>): Value;
  unique(): string;
}

type Implementation = (args: readonly Value[], host: Host, named: ReadonlyMap<string, Value>) => Value;

export interface BuiltIn {
  /** Names of its arguments; optional ones have a question mark. */
  readonly parameters: readonly string[];
  /** More may follow. */
  readonly isVariadic: boolean;
  /** Names that it doesn't list are handed on. */
  readonly takesNamed: boolean;
  readonly run: Implementation;
}

const fail = (message: string): never => {
  throw new RubySassError(message);
};

function num(value: Value | undefined): Num {
  return value?.type === 'number' ? value : fail(`${value === undefined ? '' : inspect(value)} is not a number`);
}
function color(value: Value | undefined): Color {
  return value?.type === 'color' ? value : fail(`${value === undefined ? '' : inspect(value)} is not a color`);
}
function str(value: Value | undefined): Str {
  return value?.type === 'string' ? value : fail(`${value === undefined ? '' : inspect(value)} is not a string`);
}
function map(value: Value | undefined): MapValue {
  if (value?.type === 'map') return value;
  if (value?.type === 'list' && value.items.length === 0) return mapOf([]);
  return fail(`${value === undefined ? '' : inspect(value)} is not a map`);
}

function inRange(value: Num, low: number, high: number): number {
  if (value.value >= low && value.value <= high) return value.value;
  if (Math.abs(value.value - low) <= 0.00001) return low;
  if (Math.abs(value.value - high) <= 0.00001) return high;
  return fail(`Amount ${inspect(value)} must be between ${low} and ${high}`);
}

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

const transform =
  (compute: (value: number) => number): Implementation =>
  ([value]) => {
    const own = num(value);
    return number(compute(own.value), own.units, own.per);
  };

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

function index(value: Value, at: Num): number {
  const { length } = items(value);
  if (!isWhole(at.value) || Math.round(at.value) === 0) fail(`List index ${inspect(at)} must be a non-zero integer`);
  const n = Math.round(at.value);
  if (Math.abs(n) > length) fail(`List index is ${n} but list is only ${length} items long`);
  return n > 0 ? n - 1 : length + n;
}

function withItems(value: Value, content: readonly Value[], separator = separatorOf(value)): Value {
  return list(content, separator, value.type === 'list' && value.bracketed);
}

function separatorNamed(value: Value | undefined, ...others: readonly (Value | undefined)[]): 'comma' | 'space' {
  const name = value === undefined ? 'auto' : str(value).text;
  if (name === 'comma' || name === 'space') return name;
  if (name !== 'auto') fail('Separator name must be space, comma, or auto');
  for (const other of others) {
    const own = other === undefined ? null : separatorOf(other);
    if (own !== null) return own;
  }
  return 'space';
}

function slice(text: readonly string[], start: number, end: number): string {
  if (end === 0) return '';
  let from = start > 0 ? start - 1 : start;
  let to = end > 0 ? end - 1 : end;
  if (from < 0) from = Math.max(text.length + from, 0);
  if (to < 0) to += text.length;
  return to < 0 ? '' : text.slice(from, to + 1).join('');
}

// Selectors as values

function selectorText(value: Value): string {
  if (value.type === 'string') return value.text;
  if (value.type !== 'list') return fail(`${inspect(value)} is not a valid selector`);
  return value.items.map(selectorText).join(value.separator === 'comma' ? ', ' : ' ');
}

const selector = (value: Value | undefined): SelectorList => parseSelector(selectorText(value ?? NULL));

export const selectorValue = (selectors: SelectorList): Value =>
  list(
    selectors.map(({ parts }) =>
      list(
        parts.filter((part) => part !== '\n').map((part) => unquoted(isCompound(part) ? printCompound(part) : part)),
        'space',
      ),
    ),
    'comma',
  );

function extended(source: Value | undefined, target: Value | undefined, extender: Value | undefined): Value {
  const extensions = new Extensions();
  extensions.add(selector(extender), selector(target), [], true);
  return selectorValue(extensions.apply(selector(source), []));
}

function appended(args: readonly Value[]): Value {
  const all = args.map(selectorText);
  let result = parseSelector(all[0] ?? '');
  for (const text of all.slice(1)) {
    const own = parseSelector(text)
      .map(({ parts }) =>
        parts
          .filter((part) => part !== '\n')
          .map((p) => (isCompound(p) ? printCompound(p) : p))
          .join(' '),
      )
      .map((part) => `&${part}`)
      .join(', ');
    result = resolveParents(parseSelector(own), result);
  }
  return selectorValue(result);
}

const FEATURES = new Set([
  'global-variable-shadowing',
  'extend-selector-pseudoclass',
  'units-level-3',
  'at-error',
  'custom-property',
]);

function builtIn(signature: string, run: Implementation): BuiltIn {
  const names = signature.split(' ').filter((name) => name !== '');
  return {
    parameters: names.filter((name) => !name.endsWith('...') && name !== '**'),
    isVariadic: names.includes('...'),
    takesNamed: names.includes('**'),
    run,
  };
}

const TABLE: Readonly<Record<string, readonly [string, Implementation]>> = {
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
  unquote: ['string', ([value]) => (value!.type === 'string' && value!.quoted ? unquoted(value!.text) : value!)],
  quote: ['string', ([value]) => quoted(str(value).text)],
  'str-length': ['string', ([value]) => number([...str(value).text].length)],
  'str-insert': [
    'string insert index',
    ([value, insert, at]) => {
      const text = [...str(value).text];
      const n = num(at).value;
      const where = n > 0 ? Math.min(n - 1, text.length) : Math.max(n, -text.length - 1) + text.length + 1;
      text.splice(where, 0, str(insert).text);
      return { ...str(value), text: text.join('') };
    },
  ],
  'str-index': [
    'string substring',
    ([value, part]) => {
      const at = str(value).text.indexOf(str(part).text);
      return at < 0 ? NULL : number([...str(value).text.slice(0, at)].length + 1);
    },
  ],
  'str-slice': [
    'string start-at end-at?',
    ([value, start, end]) => ({
      ...str(value),
      text: slice([...str(value).text], num(start).value, end === undefined ? -1 : num(end).value),
    }),
  ],
  'to-upper-case': [
    'string',
    ([value]) => ({ ...str(value), text: str(value).text.replace(/[a-z]+/g, (part) => part.toUpperCase()) }),
  ],
  'to-lower-case': [
    'string',
    ([value]) => ({ ...str(value), text: str(value).text.replace(/[A-Z]+/g, (part) => part.toLowerCase()) }),
  ],
  'type-of': [
    'value',
    ([value]) => unquoted(value!.type === 'list' && value!.keywords !== undefined ? 'arglist' : value!.type),
  ],
  'feature-exists': ['feature', ([value]) => bool(FEATURES.has(str(value).text))],
  'get-function': [
    'name css?',
    ([value, css], host, named) => {
      const name = normalizeName(str(value).text);
      const plain = css ?? named.get('css');
      if (plain?.type === 'bool' && plain.value)
        return { type: 'function', name: str(value).text, callable: null, plain: true };
      const callable = host.callable(name);
      if (callable === null && !BUILT_INS.has(name)) fail(`Function not found: ${name}`);
      return { type: 'function', name, callable, plain: false };
    },
  ],
  unit: ['number', ([value]) => quoted(unitText(num(value)))],
  unitless: ['number', ([value]) => bool(isUnitless(num(value)))],
  comparable: ['number1 number2', ([a, b]) => bool(isUnitless(num(b)) || comparable(num(a), num(b)))],
  percentage: [
    'number',
    ([value]) =>
      isUnitless(num(value)) ? withUnit(num(value).value * 100, '%') : fail('$number: is not a unitless number'),
  ],
  round: ['number', transform(roundHalf)],
  ceil: ['number', transform(Math.ceil)],
  floor: ['number', transform(Math.floor)],
  abs: ['number', transform(Math.abs)],
  min: ['...', (args) => args.map(num).reduce((least, value) => (compare(least, value, '<') ? least : value))],
  max: ['...', (args) => args.map(num).reduce((most, value) => (compare(most, value, '>') ? most : value))],
  length: ['list', ([value]) => number(items(value!).length)],
  'set-nth': [
    'list n value',
    ([value, n, item]) => {
      const content = [...items(value!)];
      content[index(value!, num(n))] = item!;
      return withItems(value!, content);
    },
  ],
  nth: ['list n', ([value, n]) => items(value!)[index(value!, num(n))]!],
  join: [
    'list1 list2 separator? bracketed?',
    ([a, b, separator, bracketed]) => {
      const isAuto = bracketed === undefined || (bracketed.type === 'string' && bracketed.text === 'auto');
      const brackets = isAuto
        ? a!.type === 'list' && a!.bracketed
        : !(bracketed.type === 'null' || (bracketed.type === 'bool' && !bracketed.value));
      return list([...items(a!), ...items(b!)], separatorNamed(separator, a, b), brackets);
    },
  ],
  append: [
    'list val separator?',
    ([value, item, separator]) => withItems(value!, [...items(value!), item!], separatorNamed(separator, value)),
  ],
  zip: [
    '...',
    (args) => {
      const all = args.map(items);
      const length = Math.min(...all.map((one) => one.length));
      const rows = Array.from({ length: args.length === 0 ? 0 : length }, (_, i) =>
        list(
          all.map((one) => one[i]!),
          'space',
        ),
      );
      return list(rows, 'comma');
    },
  ],
  index: [
    'list value',
    ([value, item]) => {
      const at = items(value!).findIndex((one) => equal(one, item!));
      return at < 0 ? NULL : number(at + 1);
    },
  ],
  'list-separator': ['list', ([value]) => unquoted(separatorOf(value!) ?? 'space')],
  'is-bracketed': ['list', ([value]) => bool(value!.type === 'list' && value!.bracketed)],
  'map-get': ['map key', ([value, key]) => map(value).entries.get(keyOf(key!))?.[1] ?? NULL],
  'map-merge': [
    'map1 map2',
    ([a, b]) => {
      const entries = new Map(map(a).entries);
      for (const [key, [name, value]] of map(b).entries) entries.set(key, [entries.get(key)?.[0] ?? name, value]);
      return { type: 'map', entries };
    },
  ],
  'map-remove': [
    'map ...',
    ([value, ...names]) => {
      const entries = new Map(map(value).entries);
      for (const name of names) entries.delete(keyOf(name));
      return { type: 'map', entries };
    },
  ],
  'map-keys': [
    'map',
    ([value]) =>
      list(
        [...map(value).entries.values()].map(([key]) => key),
        'comma',
      ),
  ],
  'map-values': [
    'map',
    ([value]) =>
      list(
        [...map(value).entries.values()].map(([, item]) => item),
        'comma',
      ),
  ],
  'map-has-key': ['map key', ([value, key]) => bool(map(value).entries.has(keyOf(key!)))],
  keywords: [
    'args',
    ([value]) =>
      mapOf(value!.type === 'list' ? [...(value!.keywords ?? [])].map(([key, item]) => [unquoted(key), item]) : []),
  ],
  'unique-id': ['', (_, host) => unquoted(host.unique())],
  call: [
    'name ... **',
    ([target, ...args], host, named) => {
      if (target!.type === 'function') return host.call(target as FunctionValue, args, named);
      const written = str(target).text;
      const name = normalizeName(written);
      const callable = host.callable(name);
      const plain = callable === null && !BUILT_INS.has(name);
      return host.call({ type: 'function', name: plain ? written : name, callable, plain }, args, named);
    },
  ],
  counter: [
    '...',
    (args, host) => unquoted(`counter(${args.map((value) => print(value, host.compressed)).join(',')})`),
  ],
  counters: [
    '...',
    (args, host) => unquoted(`counters(${args.map((value) => print(value, host.compressed)).join(',')})`),
  ],
  'variable-exists': ['name', ([value], host) => bool(host.variableExists(normalizeName(str(value).text), false))],
  'global-variable-exists': [
    'name',
    ([value], host) => bool(host.variableExists(normalizeName(str(value).text), true)),
  ],
  'function-exists': [
    'name',
    ([value], host) => {
      const name = normalizeName(str(value).text);
      return bool(BUILT_INS.has(name) || name === 'if' || host.callable(name) !== null);
    },
  ],
  'mixin-exists': ['name', ([value], host) => bool(host.mixinExists(normalizeName(str(value).text)))],
  'content-exists': ['', (_, host) => bool(host.contentExists())],
  inspect: ['value', ([value], host) => unquoted(inspect(value!, host.compressed))],
  random: [
    'limit?',
    ([limit]) => number(limit === undefined ? Math.random() : 1 + Math.floor(Math.random() * num(limit).value)),
  ],
  'selector-parse': ['selector', ([value]) => selectorValue(selector(value))],
  'selector-nest': [
    '...',
    (args) => {
      const [first, ...rest] = args.map(selector);
      return selectorValue(rest.reduce((above, below) => resolveParents(below, above), first ?? []));
    },
  ],
  'selector-append': ['...', appended],
  'selector-extend': ['selector extendee extender', ([a, b, c]) => extended(a, b, c)],
  'simple-selectors': [
    'selector',
    ([value]) => {
      const part = selector(value)[0]?.parts[0];
      return list(isCompound(part) ? part.simples.map(({ text }) => unquoted(text)) : [], 'comma');
    },
  ],
};

/** By name, with hyphens. `if` isn't one: it doesn't evaluate what it doesn't take. */
export const BUILT_INS: ReadonlyMap<string, BuiltIn> = new Map(
  Object.entries(TABLE).map(([name, [signature, run]]) => [name, builtIn(signature, run)]),
);
