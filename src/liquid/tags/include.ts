// Jekyll's include and include_relative. (jekyll 3.10.0 and 4.4.1, lib/jekyll/tags/include.rb)

import { joinPath } from '../../files/paths.ts';
import { inspect } from '../../ruby/inspect.ts';
import { strip } from '../../ruby/strings.ts';
import type { Text } from '../../ruby/us-ascii.ts';
import type { Value } from '../../ruby/values.ts';
import type { LiquidEnvironment, TagCompiler, TagDefinition } from '../compile/environment.ts';
import { parseTemplate } from '../compile/template.ts';
import { argumentError, LiquidError } from '../errors.ts';
import type { Context, Render, Template } from '../runtime/context.ts';
import type { IncludedFile } from '../runtime/host.ts';
import type { TagParser } from '../syntax/parser.ts';
import { SPACE } from '../syntax/patterns.ts';
import type { Expression, IncludeTag } from '../syntax/tree.ts';

const PARAMETER = `([\\w-]+)${SPACE}*=${SPACE}*(?:"([^"\\\\]*(?:\\\\.[^"\\\\]*)*)"|'([^'\\\\]*(?:\\\\.[^'\\\\]*)*)'|([\\w.-]+))`;
const PARAMETERS = new RegExp(PARAMETER, 'g');
const VALID = new RegExp(`^${SPACE}*(?:${PARAMETER}(?=${SPACE}|$)${SPACE}*)*$`);
const COMPUTED = new RegExp(
  `([^{]*(?:\\{\\{${SPACE}*[\\w\\-.]+${SPACE}*(?:\\|[^]*)?\\}\\}[^ \\t\\r\\n\\f\\v{}]*)+)([^]*)`,
  'y',
);
const FILE_NAME = /^[\w/.\-()+~#@]+$/m;
const LEADS_AWAY = /[./]{2,}/;
const MAX_INCLUDES = 100;

/** How include and include_relative differ: where the file is searched. */
type Find = (name: string, context: Context) => IncludedFile;

export function parseInclude(markup: string, parser: TagParser): IncludeTag {
  const text = strip(markup);
  const computed = findComputed(text);
  let file: string | null;
  let rest: string | undefined;
  if (computed !== null) {
    file = strip(computed[1]!);
    rest = strip(computed[2]!);
  } else {
    const space = /[ \t\r\n\f\v]+/.exec(text);
    file = text === '' ? null : space === null ? text : text.slice(0, space.index);
    rest = space === null ? undefined : text.slice(space.index + space[0].length);
  }
  if (rest !== undefined && !VALID.test(rest)) {
    throw parser.error(
      `Invalid syntax for include tag:\n\n  ${rest}\n\nValid syntax:\n\n  ${example(parser.name)}\n`,
      `Write parameters as key="text" or key=variable, separated by spaces.`,
      'liquid-include-syntax',
    );
  }
  return {
    kind: 'include',
    tag: parser.name,
    file: computed === null ? file : parser.inner(file!),
    parameters: rest === undefined ? null : readParameters(rest, parser),
    blank: false,
    block: false,
  };
}

/** The first name that contains an output. It starts at the beginning, or after a brace that doesn't open an output. */
function findComputed(text: string): RegExpExecArray | null {
  if (!text.includes('{{') || !text.includes('}}')) return null;
  for (let at = 0; at >= 0; ) {
    COMPUTED.lastIndex = at;
    const match = COMPUTED.exec(text);
    if (match !== null) return match;
    const brace = text.indexOf('{', at);
    at = brace < 0 ? -1 : brace + 1;
  }
  return null;
}

const example = (tag: string): string => `{% ${tag} file.ext param='value' param2='value' %}`;

function readParameters(markup: string, parser: TagParser): [string, Expression][] {
  const parameters: [string, Expression][] = [];
  for (const [, key, double, single, variable] of markup.matchAll(PARAMETERS)) {
    const value: Expression =
      double !== undefined
        ? { kind: 'literal', value: double.replaceAll('\\"', '"') }
        : single !== undefined
          ? { kind: 'literal', value: single.replaceAll("\\'", "'") }
          : parser.expression(variable);
    parameters.push([key!, value]);
  }
  return parameters;
}

/** Renders the file that `find` returns, in a new scope. */
export function compileInclude(tag: IncludeTag, compiler: TagCompiler, find: Find): Render {
  const nameOf = compileName(tag, compiler);
  const { env } = compiler;
  const parameters = tag.parameters?.map(([key, value]) => [key, compiler.expression(value)] as const) ?? null;
  return (context) => {
    const name = nameOf(context);
    const file = find(name, context);
    const { place, source, includes } = context;
    if (includes.length >= MAX_INCLUDES) {
      throw new LiquidError(
        'liquid-include-cycle',
        'Nesting too deep',
        `${name} is included ${MAX_INCLUDES} levels deep. A file that includes itself has to stop at some point: put the include inside a condition.`,
      );
    }
    context.limits.tick();
    includes.push({ source, start: place?.start ?? 0, end: place?.end ?? 0 });
    const template = partial(file, context, env);
    const scope = context.enter();
    if (parameters !== null) {
      const values = new Map<Value, Value>();
      for (const [key, evaluate] of parameters) values.set(key, evaluate(context));
      context.set('include', values);
    }
    context.source = template.source;
    context.place = null;
    const text = renderPartial(template, context, env);
    context.leave(scope);
    includes.pop();
    context.source = source;
    context.place = place;
    return text;
  };
}

function renderPartial(template: Template, context: Context, { profiler }: LiquidEnvironment): Text {
  if (profiler === null) return template.render(context);
  const known = context.registers.included ?? new Set();
  return profiler.include(template.source.path, known, () => template.render(context));
}

/** The name in the tag; a name that Jekyll rejects is an error. */
export function compileName({ file, tag }: IncludeTag, compiler: TagCompiler): (context: Context) => string {
  if (typeof file === 'object' && file !== null) {
    const render = compiler.text(file);
    return (context) => checked(render(context), tag);
  }
  const name = file ?? '';
  return isValid(name) ? () => name : () => checked(name, tag);
}

const isValid = (name: string): boolean => !LEADS_AWAY.test(name) && FILE_NAME.test(name);

function checked(name: string, tag: string): string {
  if (isValid(name)) return name;
  throw argumentError(
    `Invalid syntax for include tag. File contains invalid characters or sequences:\n\n  ${name}\n\n` +
      `Valid syntax:\n\n  ${example(tag)}\n`,
    'A name may have letters, digits and / . - ( ) + ~ # @, but neither two dots nor two slashes in a row.',
  );
}

/** The template of a file, parsed once. */
function partial(file: IncludedFile, context: Context, env: LiquidEnvironment): Template {
  const known = env.partials.get(file.path);
  if (known !== undefined && known.source.text === file.source.text) return known;
  const where = { source: file.source, offset: 0, includedFrom: [...context.includes].reverse() };
  const parse = (): Template => parseTemplate(file.source.text, env, where);
  const template = env.profiler === null ? parse() : env.profiler.parse(file.source.path, parse);
  env.partials.set(file.path, template);
  return template;
}

/** @param about the name, or for include_relative the path of the file */
export const notFound = (name: string, folders: readonly string[], about = name): LiquidError =>
  new LiquidError(
    'liquid-include-missing',
    `Could not locate the included file '${name}' in any of ${inspect([...folders])}. Ensure it exists in one of ` +
      'those directories and, if it is a symlink, does not point outside your site source.',
    "Write the file's full name, with its extension.",
    about,
  );

function findInclude(name: string, context: Context): IncludedFile {
  const file = context.host.findInclude(name);
  if (file === null) throw notFound(name, context.host.includeFolders);
  return file;
}

function findRelative(name: string, context: Context): IncludedFile {
  const { file, folder } = context.host.findRelativeInclude(name, context.registers.page);
  if (file === null) throw notFound(name, [folder], joinPath(folder, name));
  return file;
}

/** `{% include file.html key="value" %}` */
export const includeTag: TagDefinition<IncludeTag> = {
  parse: parseInclude,
  compile: (tag, compiler) => compileInclude(tag, compiler, findInclude),
};

/** `{% include_relative file.md %}`: relative to the page's folder, even in a layout. */
export const includeRelativeTag: TagDefinition<IncludeTag> = {
  parse: parseInclude,
  compile: (tag, compiler) => compileInclude(tag, compiler, findRelative),
};
