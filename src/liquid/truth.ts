import type { Value } from '../ruby/values.ts';

/** Everything is true but nil and false. */
export const truthy = (value: Value): boolean => value !== null && value !== false;
