// BigDecimal, as far as Liquid's arithmetic needs it: exact sums and products of decimal fractions.

import { RubyFloat } from './values.ts';

/** The decimal fraction digits / 10 ** scale. Infinity and NaN aren't represented here; callers keep them as floats. */
export class BigDecimal {
  readonly digits: bigint;
  readonly scale: number;
  /** -0.0 is printed with its sign. */
  readonly negativeZero: boolean;

  constructor(digits: bigint, scale: number, negativeZero = false) {
    this.digits = digits;
    this.scale = scale;
    this.negativeZero = negativeZero && digits === 0n;
  }

  /** From a finite number's shortest digits (`BigDecimal(float.to_s)`). */
  static fromFloat(value: number): BigDecimal {
    return Object.is(value, -0) ? new BigDecimal(0n, 1, true) : BigDecimal.parse(String(value));
  }

  /** From digits with an optional sign, fraction and exponent. */
  static parse(text: string): BigDecimal {
    const [mantissa = '0', exponent = '0'] = text.trim().toLowerCase().split('e');
    const [whole = '0', fraction = ''] = mantissa.split('.');
    const digits = BigInt(whole + fraction);
    const scale = fraction.length - Number(exponent);
    return scale >= 0
      ? new BigDecimal(digits, scale, mantissa.startsWith('-'))
      : new BigDecimal(digits * 10n ** BigInt(-scale), 0);
  }

  get isNegative(): boolean {
    return this.digits < 0n || this.negativeZero;
  }

  plus(other: BigDecimal): BigDecimal {
    const [a, b, scale] = align(this, other);
    return new BigDecimal(a + b, scale, this.negativeZero && other.negativeZero);
  }

  minus(other: BigDecimal): BigDecimal {
    const [a, b, scale] = align(this, other);
    return new BigDecimal(a - b, scale, this.negativeZero && other.digits === 0n && !other.negativeZero);
  }

  times(other: BigDecimal): BigDecimal {
    return new BigDecimal(this.digits * other.digits, this.scale + other.scale, this.isNegative !== other.isNegative);
  }

  /** Divides to 40 significant digits, more than a float shows. The divisor must not be 0. */
  dividedBy(other: BigDecimal): BigDecimal {
    const [a, b] = align(this, other);
    const shift = Math.max(0, 40 + String(abs(b)).length - String(abs(a)).length);
    return new BigDecimal((a * 10n ** BigInt(shift)) / b, shift, this.isNegative !== other.isNegative);
  }

  /** The remainder of floor division: it has the divisor's sign. The divisor must not be 0. */
  modulo(other: BigDecimal): BigDecimal {
    const [a, b, scale] = align(this, other);
    return new BigDecimal(floorModulo(a, b), scale, this.negativeZero);
  }

  compare(other: BigDecimal): number {
    const [a, b] = align(this, other);
    return a < b ? -1 : a > b ? 1 : 0;
  }

  abs(): BigDecimal {
    return new BigDecimal(abs(this.digits), this.scale);
  }

  /** Rounds half away from zero to a number of decimal places; negative: to tens, hundreds and so on. */
  round(places: number): BigDecimal {
    if (places >= this.scale) return this;
    // Far above all digits the result is 0, and isn't worth computing.
    if (this.scale - places > String(abs(this.digits)).length)
      return new BigDecimal(0n, Math.max(places, 0), this.isNegative);
    const unit = 10n ** BigInt(this.scale - places);
    const rounded = ((abs(this.digits) * 2n + unit) / (unit * 2n)) * (this.digits < 0n ? -1n : 1n);
    return places >= 0
      ? new BigDecimal(rounded, places, this.isNegative)
      : new BigDecimal(rounded * 10n ** BigInt(-places), 0, this.isNegative);
  }

  floor(): bigint {
    return floorDivide(this.digits, 10n ** BigInt(this.scale));
  }

  ceil(): bigint {
    return -floorDivide(-this.digits, 10n ** BigInt(this.scale));
  }

  toFloat(): RubyFloat {
    return new RubyFloat(this.negativeZero ? -0 : Number(`${this.digits}e${-this.scale}`));
  }
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** Integer#/: rounds down. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Integer#%: has the divisor's sign. */
export const floorModulo = (a: bigint, b: bigint): bigint => a - floorDivide(a, b) * b;

function align(a: BigDecimal, b: BigDecimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale), scale];
}
