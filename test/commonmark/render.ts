import { convert, type ExtensionName, type OptionName } from '../../src/commonmark/index.ts';
import { fakeCodeBlock } from './fake-code-block.ts';
import type { Golden } from './golden.ts';

export const render = ({ text, options, extensions }: Pick<Golden, 'text' | 'options' | 'extensions'>): string =>
  convert(text, {
    options: new Set(options.map((name) => name.toUpperCase() as OptionName)),
    extensions: new Set(extensions as ExtensionName[]),
    codeBlock: fakeCodeBlock,
  });
