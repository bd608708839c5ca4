// The zones' history, as build.ts hands it in.

import { createRequire } from 'node:module';
import type { PackedZones } from '../../src/ruby/zone-data.ts';

export const zoneData = (): PackedZones => createRequire(import.meta.url)('moment-timezone/data/packed/latest.json');
