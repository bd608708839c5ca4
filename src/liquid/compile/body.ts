// Bodies as closures that return their text. Why closures, and no source text for `new Function`: a template's words never
// become code, no Content-Security-Policy stands against it in a browser, and a template that is rendered once costs no
// compilation by the JavaScript engine. Where the time goes (look-ups, filters, strings) both are the same; see bench/liquid.ts.
//
// Every closure leaves its text's encoding in context.usAscii (see Rendered), but where the compiler's `flag` says that
// nobody asks.

import type { Render } from '../runtime/context.ts';
import { printed } from '../runtime/printed.ts';
import type { Body, Condition, Expression, OutputNode, TagNode, Variable } from '../syntax/tree.ts';
import { compileCondition, type Test } from './condition.ts';
import type { LiquidEnvironment, SelfRenderingTag, TagCompiler } from './environment.ts';
import { compileExpression, type Evaluate } from './expression.ts';
import { compileVariable } from './variable.ts';

export class Compiler implements TagCompiler {
  readonly env: LiquidEnvironment;
  /** Somebody asks for the encoding of what is compiled. */
  #flag: boolean;

  constructor(env: LiquidEnvironment, flag = true) {
    this.env = env;
    this.#flag = flag;
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

  /** A body whose encoding nobody asks for: what encloses it decides. */
  text(body: Body): Render {
    return join(this.#steps(body, false));
  }

  /** A body that hands its encoding on, should somebody ask for it. */
  body(body: Body, flag = this.#flag): Render {
    const steps = this.#steps(body, flag);
    if (!flag) return join(steps);
    return typeof steps[0]?.run === 'string' ? unflagged(join(steps)) : joinFlagged(steps);
  }

  #steps(body: Body, flag: boolean): Step[] {
    const steps: Step[] = [];
    // Only the first piece's encoding counts.
    let first = flag;
    for (const node of body.nodes) {
      const last = steps[steps.length - 1];
      if (node.kind === 'text') {
        if (typeof last?.run === 'string') last.run += node.text;
        else steps.push({ run: node.text, tag: false, silent: false });
        first = false;
      } else if (node.kind === 'output') {
        steps.push({ run: this.#output(node), tag: false, silent: false });
        first = false;
      } else if (node.content.kind === 'break' || node.content.kind === 'continue') {
        steps.push({ run: interrupt(node.content.kind), tag: true, silent: true });
        // What stands behind it is never rendered.
        break;
      } else {
        const silent = node.block && node.blank;
        steps.push({ run: this.#tag(node, first && !silent), tag: true, silent });
        first &&= silent;
      }
    }
    return steps;
  }

  #output(node: OutputNode): Render {
    const evaluate = this.variable(node.variable);
    const place = { start: node.start, end: node.end };
    return (context) => {
      context.place = place;
      return printed(evaluate(context), context);
    };
  }

  #tag({ name, content, start, end }: TagNode, flag: boolean): Render {
    const place = { start, end };
    const before = this.#flag;
    this.#flag = flag;
    const render = this.env.tags.get(name)!.compile?.(content, this) ?? selfRendering(content as SelfRenderingTag);
    this.#flag = before;
    return (context) => {
      context.place = place;
      return render(context);
    };
  }
}

/** A piece of a body. A silent one prints nothing; a tag may break off what it stands in. */
interface Step {
  run: string | Render;
  readonly tag: boolean;
  readonly silent: boolean;
}

function interrupt(kind: 'break' | 'continue'): Render {
  return (context) => {
    context.interrupts.push(kind);
    return '';
  };
}

function selfRendering(tag: SelfRenderingTag): Render {
  return (context) => {
    const result = tag.render(context);
    context.usAscii = typeof result !== 'string' && result.usAscii;
    return typeof result === 'string' ? result : result.text;
  };
}

const unflagged =
  (render: Render): Render =>
  (context) => {
    const text = render(context);
    context.usAscii = false;
    return text;
  };

/** The pieces, one after the other. */
function join(steps: readonly Step[]): Render {
  const [one, two, three] = steps;
  if (one === undefined) return () => '';
  if (steps.length === 1 && !one.silent) {
    const { run } = one;
    return typeof run === 'string' ? () => run : run;
  }
  // The shapes that most bodies of loops and conditions have.
  if (steps.length <= 3 && typeof one.run === 'string' && typeof two?.run === 'function' && !two.silent) {
    const [before, run, after] = [one.run, two.run, three?.run ?? ''];
    if (typeof after === 'string') {
      if (!two.tag) return (context) => before + run(context) + after;
      return (context) => {
        const text = before + run(context);
        return context.interrupts.length > 0 ? text : text + after;
      };
    }
  }
  // A text, then a closure, then a text …
  const texts: string[] = [''];
  const runs: Render[] = [];
  const tags: boolean[] = [];
  const silent: boolean[] = [];
  for (const step of steps) {
    if (typeof step.run === 'string') {
      texts[runs.length] = step.run;
      continue;
    }
    runs.push(step.run);
    tags.push(step.tag);
    silent.push(step.silent);
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

/** The pieces, and their encoding: that of the first, or US-ASCII where there is none (Array#join). */
function joinFlagged(steps: readonly Step[]): Render {
  return (context) => {
    let text = '';
    let usAscii = true;
    let first = true;
    for (const { run, tag, silent } of steps) {
      const piece = typeof run === 'string' ? run : run(context);
      if (!silent) {
        if (first) usAscii = typeof run !== 'string' && context.usAscii;
        first = false;
        text += piece;
      }
      if (tag && context.interrupts.length > 0) break;
    }
    context.usAscii = usAscii && !/[^\x00-\x7f]/.test(text);
    return text;
  };
}
