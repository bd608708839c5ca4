import { toCount } from '../convert.ts';
import type { TagDefinition } from '../definitions.ts';
import { evaluate, renderBody, truthy, utf8 } from '../evaluate.ts';
import { TablerowloopDrop } from '../loop-drops.ts';
import { ATTRIBUTE, FRAGMENT, SPACE } from '../patterns.ts';
import type { Expression, TableRowTag } from '../tree.ts';
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

  render(tag, context) {
    const collection = evaluate(tag.collection, context);
    if (!truthy(collection)) return utf8('', context);
    const from = tag.offset === null ? 0 : toCount(evaluate(tag.offset, context));
    const to = tag.limit === null ? null : from + toCount(evaluate(tag.limit, context));
    const segment = slice(collection, from, to);
    const columns = tag.columns === null ? 0 : toCount(evaluate(tag.columns, context));
    const loop = new TablerowloopDrop(segment.length, columns);
    const scope = context.enter();
    context.set('tablerowloop', loop);
    let text = '<tr class="row1">\n';
    for (const item of segment) {
      context.set(tag.variable, item);
      text += `<td class="col${loop.get('col')}">${renderBody(tag.body, context)}</td>`;
      if (loop.get('col_last') === true && loop.get('last') !== true) {
        text += `</tr>\n<tr class="row${Number(loop.get('row')) + 1}">`;
      }
      loop.advance();
    }
    context.leave(scope);
    return utf8(`${text}</tr>\n`, context);
  },
};
