import type { Value } from './values.ts';

/** Everything except nil and false is true. A missing value counts as nil. */
export const truthy = (value: Value | undefined): value is Exclude<Value, null | false> =>
  value !== undefined && value !== null && value !== false;
