// docs/configuration.md and docs/configuration.schema.json, from the table of options (src/config/options.ts)
// and what the plugins declare.
//   npm run configuration             says whether they are current
//   npm run configuration -- --write  writes them

import { readFileSync, writeFileSync } from 'node:fs';
import { readArguments } from './arguments.ts';
import { configurationPage, configurationSchema, pluginSections } from './configuration/derived.ts';

const { values } = readArguments('Usage: npm run configuration [-- --write]', {
  options: { write: { type: 'boolean', default: false } },
});
const plugins = await pluginSections();
const FILES = {
  'configuration.md': configurationPage(plugins),
  'configuration.schema.json': configurationSchema(plugins),
};

for (const [name, text] of Object.entries(FILES)) {
  const file = new URL(`../docs/${name}`, import.meta.url);
  if (values.write) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`docs/${name} is stale: npm run configuration -- --write\n`);
    process.exitCode = 1;
  }
}
