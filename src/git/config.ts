// A Git configuration file, read for its values alone: what it includes, and the programs that it names, are left alone.

/**
 * The values of a key, in order. Git's own syntax (git-config, "Syntax"): sections with a name of their own, quotes,
 * escapes, comments, lines that go on after a backslash.
 * @param section in small letters, with its own name as it is: 'remote "origin"', 'core'
 * @param key in small letters
 */
export function gitConfigValues(text: string, section: string, key: string): string[] {
  const values: string[] = [];
  let isIn = false;
  for (const line of text.replace(/\\\r?\n/g, '').split(/\r?\n/)) {
    const [, name, own, rest = ''] = /^\s*\[([\w.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\](.*)$/.exec(line) ?? [];
    if (name !== undefined) {
      isIn = name.toLowerCase() + (own === undefined ? '' : ` "${own.replace(/\\(.)/g, '$1')}"`) === section;
    }
    const [, written, value] = /^\s*([a-z][\w-]*)\s*(?:=(.*))?$/i.exec(name === undefined ? line : rest) ?? [];
    if (isIn && written?.toLowerCase() === key) values.push(value === undefined ? 'true' : unquoted(value));
  }
  return values;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b' };

function unquoted(text: string): string {
  let value = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\\') value += ESCAPES[text[++at] ?? ''] ?? text[at] ?? '';
    else if (!isQuoted && (character === '#' || character === ';')) break;
    else value += character;
  }
  return value.trim();
}
