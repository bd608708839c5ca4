// Functions for numbers.

import { comparable, isUnitless, number, roundHalf, unitText, withUnit } from '../numbers.ts';
import { compare } from '../operators.ts';
import { bool, quoted } from '../values.ts';
import { type Functions, fail, type Implementation, num } from './define.ts';

const transform =
  (compute: (value: number) => number): Implementation =>
  ([value]) => {
    const own = num(value);
    return number(compute(own.value), own.units, own.per);
  };

export const NUMBERS: Functions = {
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
  random: [
    'limit?',
    ([limit]) => number(limit === undefined ? Math.random() : 1 + Math.floor(Math.random() * num(limit).value)),
  ],
};
