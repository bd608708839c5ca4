// The sections of docs/reliability.md, in order.

import type { Case } from './lab.ts';

export interface Topic {
  readonly title: string;
  readonly cases: readonly Case[];
}

export const TOPICS: readonly Topic[] = [];
