import type { Value } from './values.ts';

/** Everything is true but nil and false. */
export const truthy = (value: Value): boolean => value !== null && value !== false;
