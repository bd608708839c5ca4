// {% tablerow %} (Liquid 4.0.4, TableRow).

import { truthy } from '../../ruby/truth.ts';
import type { TagDefinition } from '../compile/environment.ts';
import { toCount } from '../runtime/convert.ts';
import { TablerowloopDrop } from '../runtime/loop-drops.ts';
import { ATTRIBUTE, FRAGMENT, SPACE } from '../syntax/patterns.ts';
import type { Expression, TableRowTag } from '../syntax/tree.ts';
import { slice } from './for.ts';

const SYNTAX = new RegExp(`([A-Za-z0-9_]+)${SPACE}+in${SPACE}+((?:${FRAGMENT})+)`);
const ATTRIBUTES = new RegExp(ATTRIBUTE, 'g');

/** `{% tablerow item in collection cols:n limit:n offset:n %}…{% endtablerow %}`: rows of an HTML table. */
export const tableRowTag: TagDefinition<TableRowTag> = {
  parse(markup, parser) {
    const match = SYNTAX.exec(markup);
    if (match === null) {
      throw parser.error("Syntax Error in 'table_row loop' - Valid syntax: table_row [item] in [collection] cols=3");
    }
    const attributes = new Map<string, Expression>();
    for (const [, key, value] of markup.matchAll(ATTRIBUTES)) attributes.set(key!, parser.expression(value));
    return {
      kind: 'tablerow',
      variable: match[1]!,
      collection: parser.expression(match[2]),
      limit: attributes.get('limit') ?? null,
      offset: attributes.get('offset') ?? null,
      columns: attributes.get('cols') ?? null,
      body: parser.block(),
      blank: parser.blank,
      block: true,
    };
  },

  compile(tag, compiler) {
    const collectionOf = compiler.expression(tag.collection);
    const offset = tag.offset === null ? null : compiler.expression(tag.offset);
    const limit = tag.limit === null ? null : compiler.expression(tag.limit);
    const columnsOf = tag.columns === null ? null : compiler.expression(tag.columns);
    const render = compiler.text(tag.body);
    return (context) => {
      const collection = collectionOf(context);
      if (!truthy(collection)) return '';
      const from = offset === null ? 0 : toCount(offset(context));
      const to = limit === null ? null : from + toCount(limit(context));
      const segment = slice(collection, from, to);
      const columns = columnsOf === null ? 0 : toCount(columnsOf(context));
      const loop = new TablerowloopDrop(segment.length, columns);
      const scope = context.enter();
      context.set('tablerowloop', loop);
      let text = '<tr class="row1">\n';
      for (const item of segment) {
        context.limits.tick();
        context.set(tag.variable, item);
        text += `<td class="col${loop.get('col')}">${render(context)}</td>`;
        context.limits.checkLength(text);
        if (loop.get('col_last') === true && loop.get('last') !== true) {
          text += `</tr>\n<tr class="row${Number(loop.get('row')) + 1}">`;
        }
        loop.advance();
      }
      context.leave(scope);
      return `${text}</tr>\n`;
    };
  },
};
