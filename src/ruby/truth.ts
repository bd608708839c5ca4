import type { Value } from './values.ts';

/** Everything is true but nil and false. */
export const truthy = (value: Value | undefined): value is Exclude<Value, null | false> =>
  value !== undefined && value !== null && value !== false;
