// Reads values from a Git configuration file. Includes are not followed, and programs that it names are not run.

/**
 * All values of a key, in order, by Git's own syntax (git-config, "Syntax"): sections with a subsection, quotes,
 * escapes, comments, lines that continue after a backslash.
 * @param section in lower case, with the subsection unchanged: 'remote "origin"', 'core'
 * @param key in lower case
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
