// The engine's definitions of a plugin's tags.

import type { AnyTagDefinition, SelfRenderingTag, TagCompiler, TagDefinition } from '../liquid/compile/environment.ts';
import { evaluateMarkup } from '../liquid/compile/expression.ts';
import type { Context, Render } from '../liquid/runtime/context.ts';
import type { TagParser } from '../liquid/syntax/parser.ts';
import type { Body, CustomTag, TagContent } from '../liquid/syntax/tree.ts';
import { fromPlain, type Plain, toPlain } from '../ruby/plain.ts';
import { strip } from '../ruby/strings.ts';
import { toLiquid } from '../ruby/values.ts';
import { blamedInTemplate, checkSynchronous } from './blame.ts';
import type { PluginSite, TagCall } from './facade.ts';
import { callFilter } from './filters.ts';
import type { PluginTag } from './parts.ts';

export function tagOf(plugin: string, name: string, tag: PluginTag<unknown>, site: PluginSite): AnyTagDefinition {
  const definition: AnyTagDefinition = 'exact' in tag ? tag.exact : plainTag(tag, site);
  const part = `its tag ${name}`;
  const compile = (content: TagContent, compiler: TagCompiler): Render =>
    definition.compile?.(content, compiler) ?? ((context) => (content as SelfRenderingTag).render(context));
  return {
    parse(markup, parser) {
      try {
        return definition.parse(markup, parser);
      } catch (error) {
        throw blamedInTemplate(plugin, part, error);
      }
    },
    compile(content, compiler) {
      const render = compile(content, compiler);
      return (context) => {
        try {
          return render(context);
        } catch (error) {
          throw blamedInTemplate(plugin, part, error);
        }
      };
    },
  };
}

interface PlainContent extends CustomTag {
  readonly name: string;
  readonly markup: string;
  readonly body: Body | null;
}

function plainTag(
  tag: Exclude<PluginTag<unknown>, { readonly exact: unknown }>,
  site: PluginSite,
): TagDefinition<PlainContent> {
  return {
    parse(markup: string, parser: TagParser) {
      const body = tag.block === true ? parser.block() : null;
      const parts = body === null ? {} : { bodies: [body] };
      return { name: parser.name, markup: strip(markup), body, parts, block: body !== null };
    },
    compile({ name, markup, body }, compiler) {
      const text = body === null ? () => '' : compiler.text(body);
      return (context) => String(checkSynchronous(tag.render(callOf({ name, markup, body: text, context, site }))));
    },
  };
}

interface Place {
  readonly name: string;
  readonly markup: string;
  readonly body: (context: Context) => string;
  readonly context: Context;
  readonly site: PluginSite;
}

const callOf = ({ name, markup, body, context, site }: Place): TagCall => ({
  name,
  markup,
  site,
  exact: context,
  value: (expression) => toPlain(toLiquid(evaluateMarkup(expression, context))),
  body: () => body(context),
  assign: (key, value) => context.assign(key, fromPlain(value, context.host.zone)),
  filter: (filter, input, ...args: Plain[]) => callFilter(context, filter, input, args),
});
