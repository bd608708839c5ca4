// The sections of docs/reliability.md, in order.

import { cases as descriptors } from './descriptors.ts';
import { cases as destination } from './destination.ts';
import { cases as downloads } from './downloads.ts';
import { cases as endless } from './endless.ts';
import { cases as git } from './git.ts';
import { cases as interruption } from './interruption.ts';
import { cases as kill } from './kill.ts';
import type { Case } from './lab.ts';
import { cases as memory } from './memory.ts';
import { cases as messages } from './messages.ts';
import { cases as preview } from './preview.ts';
import { cases as reading } from './reading.ts';
import { cases as writing } from './writing.ts';

export interface Topic {
  readonly title: string;
  readonly cases: readonly Case[];
}

export const TOPICS: readonly Topic[] = [
  { title: 'What a build deletes, and where it writes', cases: destination },
  { title: 'What safe mode reads', cases: reading },
  { title: 'Programs that a folder names', cases: git },
  { title: 'What is printed', cases: messages },
  { title: 'The preview', cases: preview },
  { title: 'Pipes, devices and links', cases: endless },
  { title: 'Endless stylesheets, templates and pages', cases: memory },
  { title: 'Theme downloads', cases: downloads },
  { title: 'How files are written', cases: writing },
  { title: 'Interrupted builds, and two at once', cases: interruption },
  { title: 'Builds that are killed', cases: kill },
  { title: 'Few open files, and outputs that accept nothing', cases: descriptors },
];
