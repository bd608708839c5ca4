/**
 * Float#to_s: the shortest digits that read back as the same number. An exponent is used below 0.0001 and from 1.0e+15
 * on (from 1.0e+16 on if there is a fraction). (Ruby 3.1, float.c flo_to_s.)
 */
export function formatFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Number.POSITIVE_INFINITY) return 'Infinity';
  if (value === Number.NEGATIVE_INFINITY) return '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const { sign, digits, exponent } = decompose(value);
  // The value is 0.DIGITS * 10 ** exponent.
  if (exponent > Math.max(15, digits.length - 1) || exponent <= -4) {
    const power = exponent - 1;
    const shown = `${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
    return `${sign}${digits[0]}.${digits.slice(1) || '0'}e${shown}`;
  }
  return sign + positional(digits, exponent);
}

/** The digits with a decimal point, and at least one digit on either side of it. */
export function positional(digits: string, exponent: number): string {
  if (exponent <= 0) return `0.${'0'.repeat(-exponent)}${digits}`;
  if (digits.length <= exponent) return `${digits}${'0'.repeat(exponent - digits.length)}.0`;
  return `${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
}

/** The shortest digits of a finite number that isn't 0: 0.DIGITS * 10 ** exponent. */
export function decompose(value: number): { sign: '' | '-'; digits: string; exponent: number } {
  const [mantissa = '', power = '0'] = Math.abs(value).toExponential().split('e');
  return { sign: value < 0 ? '-' : '', digits: mantissa.replace('.', ''), exponent: Number(power) + 1 };
}
