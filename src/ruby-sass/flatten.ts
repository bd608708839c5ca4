// Flattens nested rules: declarations come first, then the rules nested among them; at-rules move around the enclosing
// rule; nested media rules are merged.

import type { CssAtRoot, CssBubble, CssDeclaration, CssDirective, CssNode, CssRule, StaticQuery } from './css.ts';
import { headOf, isHidden } from './css.ts';
import { Extensions } from './extend.ts';
import type { Style } from './print.ts';

export function flatten(nodes: readonly CssNode[], style: Style): { nodes: CssNode[]; extensions: Extensions } {
  const flattener = new Flattener(style);
  return { nodes: importsFirst(flattener.all(nodes)), extensions: flattener.extensions };
}

/** Moves imports before the first rule, but after the comments at the start. */
function importsFirst(nodes: CssNode[]): CssNode[] {
  const isImport = (node: CssNode): boolean => node.kind === 'directive' && node.type === 'import';
  const first = nodes.findIndex((node) => node.kind !== 'comment' && !isImport(node));
  if (first < 0) return nodes;
  const late = nodes.slice(first);
  return [...nodes.slice(0, first), ...late.filter(isImport), ...late.filter((node) => !isImport(node))];
}

const bubbles = (node: CssNode): boolean =>
  node.kind === 'rule' ||
  node.kind === 'bubble' ||
  node.kind === 'at-root' ||
  (node.kind === 'directive' && node.children !== null);

const mergeQueries = (inner: readonly StaticQuery[], outer: readonly StaticQuery[]): StaticQuery[] =>
  inner.flatMap((a) => outer.flatMap((b) => mergeQuery(a, b) ?? []));

function mergeQuery(a: StaticQuery, b: StaticQuery): StaticQuery | null {
  const [m1, m2] = [a.modifier.toLowerCase(), b.modifier.toLowerCase()];
  const t1 = (a.type || b.type).toLowerCase();
  const t2 = (b.type || a.type).toLowerCase();
  const features = [...b.features, ...a.features];
  if ((m1 === 'not') !== (m2 === 'not')) {
    if (t1 === t2) return null;
    return m1 === 'not' ? { modifier: m2, type: t2, features } : { modifier: m1, type: t1, features };
  }
  if (t1 !== t2) return null;
  return { modifier: m1 === 'not' ? 'not' : m1 || m2, type: t1, features };
}

type Parent = CssRule | CssDirective | CssDeclaration | CssAtRoot | Extract<CssNode, { kind: 'keyframe' }>;

class Flattener {
  readonly extensions = new Extensions();
  readonly #style: Style;
  readonly #parents: Parent[] = [];

  constructor(style: Style) {
    this.#style = style;
  }

  all(nodes: readonly CssNode[]): CssNode[] {
    return nodes.flatMap((node) => this.#node(node));
  }

  get #parent(): Parent | undefined {
    return this.#parents.at(-1);
  }

  #within(parent: Parent): CssNode[] {
    this.#parents.push(parent);
    const children = this.all(parent.children!);
    this.#parents.pop();
    return children;
  }

  #node(node: CssNode): readonly CssNode[] {
    switch (node.kind) {
      case 'rule':
        return this.#rule(node);
      case 'declaration':
        return this.#declaration(node);
      case 'directive':
        return this.#directive(node);
      case 'keyframe':
        node.children = this.#within(node);
        return this.#debubble(node.children, node);
      case 'at-root':
        return this.#atRoot(node);
      case 'extend': {
        const parent = this.#parent;
        if (parent?.kind === 'rule') {
          const within = this.#parents.flatMap((one) => (one.kind === 'directive' ? [headOf(one)] : []));
          this.extensions.add(parent.selector, node.targets, within, node.optional);
        }
        return [];
      }
      default:
        return [node];
    }
  }

  #declaration(node: CssDeclaration): CssNode[] {
    const parent = this.#parent;
    if (parent?.kind === 'declaration') {
      node.name = `${parent.name}-${node.name}`;
      if (this.#style === 'nested') node.tabs = parent.tabs + (parent.value === '' ? 0 : 1);
    }
    const children = this.#within(node);
    return node.value !== '' || children.length === 0 ? [node, ...children] : children;
  }

  #rule(node: CssRule): CssNode[] {
    const children = this.#within(node);
    let rules: CssNode[] = children.filter(bubbles);
    const own = children.filter((child) => !bubbles(child) && !isHidden(child, this.#style === 'compressed'));
    if (own.length > 0) {
      node.children = own;
      if (this.#style === 'nested') for (const rule of rules) if ('tabs' in rule) rule.tabs++;
      rules.unshift(node);
    }
    rules = this.#debubble(rules, null);
    const last = rules.at(-1);
    if (this.#parent?.kind !== 'rule' && last !== undefined && bubbles(last) && 'groupEnd' in last)
      last.groupEnd = true;
    return rules;
  }

  #directive(node: CssDirective): readonly CssNode[] {
    if (node.children === null) return [node];
    const parent = this.#parent;
    if (parent?.kind === 'rule') {
      const isKeyframes = node.type === 'plain' && /^@(?:-[a-zA-Z0-9]+-)?keyframes$/i.test(node.name);
      return [isKeyframes ? bubble(node) : this.#bubble(node, parent)];
    }
    if (node.type === 'media') {
      if (parent?.kind === 'directive' && parent.type === 'media') return [bubble(node)];
      const children = this.#within(node);
      return this.#debubble(children, node, (child) => {
        if (child.kind !== 'directive' || child.type !== 'media' || child.queries === node.queries) return child;
        const merged = mergeQueries(child.queries!, node.queries!);
        if (merged.length === 0) return null;
        child.queries = merged;
        return child;
      });
    }
    const children = this.#within(node);
    if (node.type === 'supports') return this.#debubble(children, node);
    const exists = children.some(
      (child) => child.kind !== 'bubble' || (child.node.kind === 'directive' && headOf(child.node) === headOf(node)),
    );
    const empty = exists || node.name === '@keyframes' ? [] : [{ ...node, children: [] }];
    return [...empty, ...this.#debubble(children, node)];
  }

  #atRoot(node: CssAtRoot): readonly CssNode[] {
    const excluded = (parent: Parent): boolean => {
      if (parent.kind === 'directive') return node.excludes(parent.name.slice(1));
      if (parent.kind === 'keyframe') return node.excludes('keyframes');
      return parent.kind === 'rule' && node.excludes('rule');
    };
    if (!this.#parents.some(excluded)) {
      const results = this.all(node.children);
      for (const child of results) if (bubbles(child) && 'tabs' in child) child.tabs += node.tabs;
      const last = results.at(-1);
      if (last !== undefined && bubbles(last) && 'groupEnd' in last) last.groupEnd = node.groupEnd;
      return results;
    }
    const parent = this.#parent!;
    return [excluded(parent) ? bubble(node) : this.#bubble(node, parent)];
  }

  /** Moves an at-rule out of its parent, and puts a copy of the parent inside. */
  #bubble(node: CssDirective | CssAtRoot, parent: Parent): CssBubble {
    node.children = [{ ...parent, children: node.children } as CssNode];
    return bubble(node);
  }

  #debubble(
    children: readonly CssNode[],
    parent: CssDirective | Extract<CssNode, { kind: 'keyframe' }> | null,
    change: (node: CssBubble['node']) => CssBubble['node'] | null = (node) => node,
  ): CssNode[] {
    const result: CssNode[] = [];
    let open: { children: CssNode[] | null } | null = null;
    for (let i = 0; i < children.length; ) {
      const child = children[i]!;
      if (child.kind !== 'bubble') {
        const from = i;
        while (i < children.length && children[i]!.kind !== 'bubble') i++;
        const slice = children.slice(from, i);
        if (parent === null) result.push(...slice);
        else if (open !== null) open.children!.push(...slice);
        else {
          const copy = { ...parent, children: slice };
          open = copy;
          result.push(copy);
        }
        continue;
      }
      i++;
      const node = change(child.node);
      if (node === null) continue;
      node.tabs += child.tabs;
      node.groupEnd = child.groupEnd;
      const found = this.#node(node);
      if (found.length > 0) open = null;
      result.push(...found);
    }
    return result;
  }
}

const bubble = (node: CssDirective | CssAtRoot): CssBubble => ({ kind: 'bubble', node, tabs: 0, groupEnd: false });
