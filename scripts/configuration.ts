// docs/configuration.md and docs/configuration.schema.json, from the table of options (src/config/options.ts).
//   npm run configuration             says whether they are current
//   npm run configuration -- --write  writes them

import { readFileSync, writeFileSync } from 'node:fs';
import { readArguments } from './arguments.ts';
import { configurationPage, configurationSchema } from './configuration/derived.ts';

const { values } = readArguments('Usage: npm run configuration [-- --write]', {
  options: { write: { type: 'boolean', default: false } },
});
const FILES = { 'configuration.md': configurationPage(), 'configuration.schema.json': configurationSchema() };

for (const [name, text] of Object.entries(FILES)) {
  const file = new URL(`../docs/${name}`, import.meta.url);
  if (values.write) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`docs/${name} is stale: npm run configuration -- --write\n`);
    process.exitCode = 1;
  }
}
