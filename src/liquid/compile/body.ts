// Compiles bodies to closures that return their text. Closures rather than source code for `new Function`: template
// text never becomes code, a browser's Content-Security-Policy can't forbid it, and a template that is rendered once
// needs no compilation by the JavaScript engine. Most time goes to look-ups, filters and strings, where both are
// equally fast; see bench/liquid.ts.

import type { Context, Render } from '../runtime/context.ts';
import { printed } from '../runtime/printed.ts';
import type { Body, Condition, Expression, OutputNode, TagNode, Variable } from '../syntax/tree.ts';
import { compileCondition, type Test } from './condition.ts';
import { joinedText, type Piece, printedText, storable } from './encoded.ts';
import type { LiquidEnvironment, SelfRenderingTag, TagCompiler } from './environment.ts';
import { compileExpression, type Evaluate } from './expression.ts';
import { compileVariable, compileWithEncoding } from './variable.ts';

type RenderString = (context: Context) => string;

export class Compiler implements TagCompiler {
  readonly env: LiquidEnvironment;
  /** Whether the encoding of the result is needed. */
  #asked: boolean;

  constructor(env: LiquidEnvironment, asked = true) {
    this.env = env;
    this.#asked = asked;
  }

  expression(expression: Expression): Evaluate {
    return compileExpression(expression, this.env);
  }

  condition(condition: Condition): Test {
    return compileCondition(condition, this.env);
  }

  variable(variable: Variable): Evaluate {
    return compileVariable(variable, this.env);
  }

  assigned(variable: Variable): Evaluate {
    return storable(compileWithEncoding(variable, this.env));
  }

  text(body: Body): RenderString {
    return joined(this.#pieces(body, false) as Piece<RenderString>[]);
  }

  body(body: Body): Render {
    return this.#asked ? this.captured(body) : this.text(body);
  }

  captured(body: Body): Render {
    const pieces = this.#pieces(body, true);
    return typeof pieces[0]?.run === 'string' ? joined(pieces as Piece<RenderString>[]) : joinedText(pieces);
  }

  #pieces(body: Body, asked: boolean): Piece[] {
    const pieces: Piece[] = [];
    // Only the encoding of the first piece matters.
    let first = asked;
    for (const node of body.nodes) {
      const last = pieces[pieces.length - 1];
      if (node.kind === 'text') {
        if (typeof last?.run === 'string') last.run += node.text;
        else pieces.push({ run: node.text, tag: false, silent: false });
        first = false;
      } else if (node.kind === 'output') {
        pieces.push({ run: this.#output(node, first), tag: false, silent: false });
        first = false;
      } else if (node.content.kind === 'break' || node.content.kind === 'continue') {
        pieces.push({ run: interrupt(node.content.kind), tag: true, silent: true });
        // Nothing after it is ever rendered.
        break;
      } else {
        const silent = node.block && node.blank;
        pieces.push({ run: this.#tag(node, first && !silent), tag: true, silent });
        first &&= silent;
      }
    }
    return pieces;
  }

  #output(node: OutputNode, asked: boolean): Render {
    const place = { start: node.start, end: node.end };
    if (asked) {
      const evaluate = compileWithEncoding(node.variable, this.env);
      return (context) => {
        context.place = place;
        return printedText(evaluate(context));
      };
    }
    const evaluate = this.variable(node.variable);
    return (context) => {
      context.place = place;
      return printed(evaluate(context));
    };
  }

  #tag({ name, content, start, end }: TagNode, asked: boolean): Render {
    const place = { start, end };
    const before = this.#asked;
    this.#asked = asked;
    const render: Render =
      this.env.tags.get(name)!.compile?.(content, this) ?? ((context) => (content as SelfRenderingTag).render(context));
    this.#asked = before;
    if (asked) {
      return (context) => {
        context.place = place;
        return render(context);
      };
    }
    return (context) => {
      context.place = place;
      const text = render(context);
      return typeof text === 'string' ? text : text.toS();
    };
  }
}

function interrupt(kind: 'break' | 'continue'): RenderString {
  return (context) => {
    context.interrupts.push(kind);
    return '';
  };
}

/** Concatenates the pieces. */
function joined(pieces: readonly Piece<RenderString>[]): RenderString {
  const [one, two, three] = pieces;
  if (one === undefined) return () => '';
  if (pieces.length === 1 && !one.silent) {
    const { run } = one;
    return typeof run === 'string' ? () => run : run;
  }
  // Fast paths for the shapes of most loop and condition bodies.
  if (pieces.length <= 3 && typeof one.run === 'string' && typeof two?.run === 'function' && !two.silent) {
    const [before, run, after] = [one.run, two.run, three?.run ?? ''];
    if (typeof after === 'string') {
      if (!two.tag) return (context) => before + run(context) + after;
      return (context) => {
        const text = before + run(context);
        return context.interrupts.length > 0 ? text : text + after;
      };
    }
  }
  // The general case: strings alternate with closures.
  const texts: string[] = [''];
  const runs: RenderString[] = [];
  const tags: boolean[] = [];
  const silent: boolean[] = [];
  for (const piece of pieces) {
    if (typeof piece.run === 'string') {
      texts[runs.length] = piece.run;
      continue;
    }
    runs.push(piece.run);
    tags.push(piece.tag);
    silent.push(piece.silent);
    texts.push('');
  }
  const head = texts.shift()!;
  const { length } = runs;
  return (context) => {
    let text = head;
    for (let i = 0; i < length; i++) {
      if (silent[i]) runs[i]!(context);
      else text += runs[i]!(context);
      if (tags[i] && context.interrupts.length > 0) break;
      text += texts[i]!;
    }
    return text;
  };
}
