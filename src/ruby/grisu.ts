// Florian Loitsch's Grisu2, with which the json gem prints floats. It doesn't always find the shortest digits: 20.75061
// comes out as 20.750610000000002, and so it must here.

/** The number f * 2 ** e. */
interface Binary {
  readonly f: bigint;
  readonly e: number;
}

const HIDDEN_BIT = 1n << 52n;
const BITS = 64;

/** The digits of a positive finite number: 0.DIGITS * 10 ** exponent. */
export function grisu2(value: number): { digits: string; exponent: number } {
  const exact = toBinary(value);
  const upper = normalize({ f: exact.f * 2n + 1n, e: exact.e - 1 });
  // The number below a power of two is only half as far away.
  const below =
    exact.f === HIDDEN_BIT ? { f: exact.f * 4n - 1n, e: exact.e - 2 } : { f: exact.f * 2n - 1n, e: exact.e - 1 };
  const lower = { f: below.f << BigInt(below.e - upper.e), e: upper.e };
  const { power, k } = cachedPower(upper.e);
  const high = times(upper, power);
  const low = times(lower, power);
  return generate(times(normalize(exact), power), high.f - 1n, low.f + 1n, k);
}

function toBinary(value: number): Binary {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const fraction = bits & (HIDDEN_BIT - 1n);
  const exponent = Number(bits >> 52n) & 0x7ff;
  return exponent === 0 ? { f: fraction, e: -1074 } : { f: fraction + HIDDEN_BIT, e: exponent - 1075 };
}

const bitLength = (value: bigint): number => value.toString(2).length;

function normalize({ f, e }: Binary): Binary {
  const shift = BITS - bitLength(f);
  return { f: f << BigInt(shift), e: e - shift };
}

// The upper half of the product, rounded.
const times = (a: Binary, b: Binary): Binary => ({
  f: (a.f * b.f + (1n << 63n)) >> 64n,
  e: a.e + b.e + BITS,
});

// Every eighth power of ten from -348 on; the first is used that brings a number's exponent to between -60 and -32.
const FIRST_POWER = -348;
const POWER_STEP = 8;
const POWERS = 87;

function cachedPower(e: number): { power: Binary; k: number } {
  const approximate = Math.trunc(-(e + POWERS) * 0.30102999566398114);
  let index = Math.trunc((approximate - FIRST_POWER) / POWER_STEP);
  for (;;) {
    const k = FIRST_POWER + index * POWER_STEP;
    const power = powerOfTen(k);
    const sum = e + power.e + BITS;
    if (sum < -60) index++;
    else if (sum > -32) index--;
    else return { power, k };
  }
}

// 10 ** k to 64 bits, rounded.
function powerOfTen(k: number): Binary {
  const ten = 10n ** BigInt(Math.abs(k));
  const length = bitLength(ten);
  if (k >= 0) return length <= BITS ? normalize({ f: ten, e: 0 }) : round(ten, length - BITS);
  const scale = length + BITS + 8;
  const quotient = (1n << BigInt(scale)) / ten;
  const { f, e } = round(quotient, bitLength(quotient) - BITS);
  return { f, e: e - scale };
}

function round(value: bigint, shift: number): Binary {
  const f = (value + (1n << BigInt(shift - 1))) >> BigInt(shift);
  return bitLength(f) > BITS ? { f: f >> 1n, e: shift + 1 } : { f, e: shift };
}

// Produces digits of `high` until the rest lies within the interval, then moves the last one towards the number itself.
function generate(number: Binary, high: bigint, low: bigint, k: number): { digits: string; exponent: number } {
  const shift = BigInt(-number.e);
  const one = 1n << shift;
  const distance = high - number.f;
  let delta = high - low;
  const whole = (high >> shift).toString();
  let rest = high & (one - 1n);
  let wholeRest = high >> shift;
  let digits = '';
  for (let i = 0; i < whole.length; i++) {
    const unit = 10n ** BigInt(whole.length - 1 - i);
    digits += whole[i];
    wholeRest %= unit;
    const left = (wholeRest << shift) + rest;
    if (left <= delta) {
      digits = nudge(digits, delta, left, unit << shift, distance);
      return { digits, exponent: digits.length + whole.length - 1 - i - k };
    }
  }
  let unit = 1n;
  for (let power = -1; ; power--) {
    rest *= 10n;
    delta *= 10n;
    unit *= 10n;
    digits += (rest >> shift).toString();
    rest &= one - 1n;
    if (rest < delta) {
      digits = nudge(digits, delta, rest, one, distance * unit);
      return { digits: digits.replace(/^0+/, ''), exponent: digits.replace(/^0+/, '').length + power - k };
    }
  }
}

function nudge(digits: string, delta: bigint, start: bigint, unit: bigint, distance: bigint): string {
  let last = Number(digits[digits.length - 1]);
  let left = start;
  while (
    left < distance &&
    delta - left >= unit &&
    (left + unit < distance || distance - left > left + unit - distance)
  ) {
    last--;
    left += unit;
  }
  return digits.slice(0, -1) + last;
}
