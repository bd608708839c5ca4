// Random documents by a grammar: every construct of kramdown within every other, with odd characters, odd white space and
// odd attribute lists. Beside the ready-made constructs of kramdown-documents.ts it reaches combinations that nobody thought of.

import { pick, type Random } from './kramdown-documents.ts';

/** Constructs within constructs, at most. */
const DEEPEST = 4;

const WORDS = [
  ..."a b c x Y 1 42 e.g. the word Word WORD HTML kram-down under_score two_under_scores it's 90s C++ a.b:c 3/4".split(
    ' ',
  ),
  'é',
  'Ü',
  'ß',
  'ﬁ',
  'ſ',
  'İ',
  'ı',
  'Σ',
  '漢字',
  '日本',
  'ひ',
  '한글',
  'עברית',
  'عربي',
  '😀',
  '👩‍👩‍👧',
  '🇩🇪',
  'e\u0301',
  '\u0301',
  '\u00a0',
  '\u2003',
  '\u200b',
  '\u200d',
  '\u200e',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u00ad',
  '\ufeff',
  '\u3000',
  '\ufffd',
  '½',
  '№',
  '𝒳',
  '“',
  '—',
  '…',
  'http://x.example/a_b_c',
  'x@y.example',
  'a*b',
  'a_b',
  'a`b',
  '$5',
  '50%',
  'a|b',
  '#x',
  '-',
  '--',
  '*',
  '_',
  '\\',
  '`',
  '~',
  '&',
  '<',
  '>',
  '"',
  "'",
  ':',
];

const NAMES = [
  'a',
  'b',
  'ref',
  'Ref',
  'x y',
  'x  Y',
  'é',
  'ß',
  'SS',
  '1',
  '1a',
  'a-b',
  'a_b',
  'a:b',
  'toc',
  'HTML',
  'a.b*c',
  '[b',
  'b\\]',
];

const BLOCK_TAGS = [
  'div',
  'p',
  'section',
  'article',
  'h2',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'thead',
  'tbody',
  'tr',
  'td',
  'th',
  'blockquote',
  'pre',
  'form',
  'fieldset',
  'figure',
  'figcaption',
  'details',
  'summary',
  'iframe',
  'center',
  'aside',
  'address',
  'nav',
  'video',
  'DIV',
  'script',
  'style',
  'textarea',
  'math',
  'svg',
  'noscript',
  'object',
  'custom-tag',
  'x:y',
  'applet',
  'map',
  'legend',
  'option',
  'optgroup',
  'header',
  'main',
  'body',
];
const SPAN_TAGS = [
  'a',
  'b',
  'i',
  'em',
  'strong',
  'span',
  'code',
  'kbd',
  'sub',
  'sup',
  'small',
  'u',
  'del',
  'ins',
  'q',
  'cite',
  'abbr',
  'mark',
  'label',
  'button',
  'select',
  'tt',
  'var',
  'samp',
  's',
  'font',
  'B',
  'time',
  'script',
  'svg',
  'bdo',
  'ruby',
  'rt',
  'p',
  'div',
  'unknown',
];
const VOID_TAGS = [
  'br',
  'hr',
  'img',
  'input',
  'col',
  'link',
  'meta',
  'area',
  'base',
  'embed',
  'param',
  'wbr',
  'source',
  'BR',
];

const ENTITIES = [
  '&amp;',
  '&lt;',
  '&gt;',
  '&quot;',
  '&apos;',
  '&nbsp;',
  '&copy;',
  '&hellip;',
  '&Auml;',
  '&zwj;',
  '&AMP;',
  '&nope;',
  '&copy',
  '&#65;',
  '&#0;',
  '&#x41;',
  '&#X41;',
  '&#128512;',
  '&#xD800;',
  '&#x110000;',
  '&#60;',
  '&#x22;',
  '&#;',
  '&;',
  '&#8217;',
  '&ndash;',
  '&#32;',
];

export class Grammar {
  readonly #random: Random;
  #depth = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  document(): string {
    const front = this.#chance(30)
      ? `${this.#pick(['\ufeff', '\n', ' \n', '---\ntitle: x\n---\n', '\t\n', '\r\n'])}`
      : '';
    let text = front + this.#blocks(1 + this.#below(6));
    if (this.#chance(3)) text += `\n\n${this.#definitions()}`;
    if (this.#chance(12)) text = `${this.#definitions()}\n\n${text}`;
    if (this.#chance(4)) text = text.replace(/\n+$/, '');
    const lineEnd = this.#below(25);
    if (lineEnd === 0) text = text.replaceAll('\n', '\r\n');
    if (lineEnd === 1) text = text.replaceAll('\n', '\r');
    if (lineEnd === 2) text = text.replace(/\n/g, () => this.#pick(['\n', '\r\n', '\r']));
    return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
  }

  #below = (n: number): number => this.#random.below(n);
  #chance = (oneIn: number): boolean => this.#random.below(oneIn) === 0;
  #pick = <T>(list: readonly T[]): T => pick(this.#random, list);

  #repeat(most: number, make: () => string, separators: readonly string[]): string {
    let text = make();
    for (let n = this.#below(most); n > 0; n--) text += this.#pick(separators) + make();
    return text;
  }

  /** The first of two makers, or the second if the nesting is already deep. */
  #within(make: () => string, atBottom: () => string): string {
    if (this.#depth >= DEEPEST) return atBottom();
    this.#depth++;
    const text = make();
    this.#depth--;
    return text;
  }

  // Spans

  #word = (): string => this.#pick(WORDS);
  #words = (): string => this.#repeat(4, this.#word, [' ', ' ', ' ', '', '  ']);
  #text = (): string =>
    this.#repeat(4, () => this.#span(), [
      ' ',
      ' ',
      ' ',
      '',
      '',
      '\n',
      '  \n',
      ', ',
      '\\\n',
      '\\\\\n',
      '\t',
      ' \n ',
      '\u00a0',
    ]);
  #line = (): string => this.#text().replace(/\s*\n\s*/g, ' ');

  #span(): string {
    if (this.#below(3) === 0) return this.#words();
    const text = this.#within(() => this.#construct(), this.#words);
    return this.#chance(8) ? text + this.#ial() : text;
  }

  #construct(): string {
    switch (this.#below(22)) {
      case 0:
      case 1: {
        const mark = this.#pick(['*', '_', '**', '__', '***', '___', '~~', '*', '**']);
        return mark + this.#text() + (this.#chance(10) ? this.#pick(['*', '_', '', '**']) : mark);
      }
      case 2: {
        const ticks = this.#pick(['`', '``', '```', '` ', '`` `']);
        return ticks + this.#words() + [...ticks].reverse().join('');
      }
      case 3:
        return `[${this.#text()}](${this.#target()})`;
      case 4:
        return `${this.#pick(['', '!'])}[${this.#text()}][${this.#pick(NAMES)}]`;
      case 5:
        return `${this.#pick(['', '', '!'])}[${this.#pick(NAMES)}]${this.#pick(['', '', '[]', ' []', ' [a]', '\n[a]', ': x'])}`;
      case 6:
        return `![${this.#text()}](${this.#target()})`;
      case 7:
        return `[^${this.#pick(NAMES)}]`;
      case 8:
      case 9:
        return this.#spanHtml();
      case 10:
        return this.#pick(ENTITIES);
      case 11:
        return this.#pick(['"', "'"]) + this.#text() + this.#pick(['"', "'", '', '"\'']);
      case 12:
        return this.#pick(['--', '---', '...', '<<', '>>', '<< ', ' >>', '....', '-----', '\\--', '\\...', '\\<<']);
      case 13:
        return `$$${this.#words()}$$`;
      case 14:
        return `\\${this.#pick([...'*_`~[](){}<>!#|\\"\'&:;.,-=+^$/?@% \na1é'])}`;
      case 15:
        return `<${this.#pick(['http://a.example/b?c=d&e', 'https://x', 'mailto:a@b.example', 'ftp://é', 'a@b.c', 'é@b.c', 'tel:1', 'x', 'http://a b', 'a@b@c'])}>`;
      case 16:
        return this.#extension(false);
      case 17:
        return this.#ial();
      case 18:
        return `${this.#pick(['"', "'", ''])}${this.#word()}${this.#pick(["'s", "'ll", "'", '"', "'90s", "s'"])}`;
      case 19:
        return this.#pick([
          '{',
          '}',
          '{:',
          '{::',
          '[',
          ']',
          '](',
          '(',
          ')',
          '<',
          '</',
          '&',
          '|',
          '$$',
          '\\',
          '`',
          '^',
          '{:}',
          '{: }',
          '{:.}',
          '{:#}',
        ]);
      case 20:
        return `<!--${this.#pick([' ', '', '\n', '-', '>'])}${this.#words()}${this.#pick(['-->', ' -->', '--', '\n-->', '--->'])}`;
      default:
        return this.#pick([
          '<?php x ?>',
          '<?x',
          '<![CDATA[a<b]]>',
          '<!DOCTYPE html>',
          '<!x>',
          '</b>',
          '</div>',
          '<b',
          '<1>',
          '< b>',
        ]);
    }
  }

  #target(): string {
    const url = this.#pick([
      'x',
      '/a/b',
      'http://a.example/b_c_d',
      'a(b)c',
      'a(b',
      '<a b>',
      '<a',
      'a b',
      '',
      'a"b',
      'é?ü=ö&a=b',
      '#x',
      'a\\)b',
      "a'b",
      '{{ x }}',
      'a*b*c',
      'javascript:x',
      '`a`',
      'a<b>',
      'x y "z"',
    ]);
    const title = this.#pick([
      '',
      '',
      '',
      ' "T"',
      " 'T'",
      ' "a "b" c"',
      " 'it's'",
      '"T"',
      '  "T" ',
      '\n"T"',
      ' "T',
      ' (T)',
      ' "&amp; <b> \\" é"',
      ' ""',
    ]);
    return `${this.#pick(['', '', '', ' ', '\n'])}${url}${title}${this.#pick(['', '', '', ' ', '\n'])}`;
  }

  #ial(): string {
    return `{:${this.#repeat(3, () => this.#attribute(), [' ', ' ', '  ', '', '\n'])}${this.#pick(['}', '}', '}', ' }', '', '\\}', '}}'])}`;
  }

  #attribute(): string {
    return this.#pick([
      '.c',
      '.c.d',
      '#i',
      '.a #b',
      'k="v"',
      "k='v'",
      'k="a \\"b\\" c"',
      'k=v',
      'class="x y"',
      'id="z"',
      'ald',
      'toc',
      'ref-x',
      '.',
      '#',
      '.-x',
      '.é',
      '#é',
      '#1a',
      'k=""',
      'K-1:x="<&>"',
      'style="a: b;"',
      'data-x="{y\\}"',
      '.c .c',
      '#i #j',
      'title="é"',
      'href="x"',
      'markdown="1"',
      '.no_toc',
      'footnotes',
      'standalone',
      '.language-ruby',
      'nolang',
      'k="a',
      '=',
      'align="left"',
    ]);
  }

  #spanHtml(): string {
    if (this.#chance(3))
      return `<${this.#pick(VOID_TAGS)}${this.#htmlAttributes()}${this.#pick(['>', ' />', '/>', '/ >'])}`;
    const tag = this.#pick(SPAN_TAGS);
    const end = this.#chance(10)
      ? this.#pick(['', '</b>', `</${tag}`, '</ x>'])
      : `</${tag}${this.#pick(['', '', ' ', '\n'])}>`;
    return `<${tag}${this.#htmlAttributes()}>${this.#text()}${end}`;
  }

  #htmlAttributes(): string {
    let text = '';
    while (this.#chance(3)) {
      text += this.#pick([
        ' a="b"',
        " a='b'",
        ' a=b',
        ' a',
        ' A="B"',
        ' a="&amp;&lt;&copy;&x"',
        ' a="<b>"',
        " a='\"'",
        ' a="b" a="c"',
        ' class="c"',
        ' id="i"',
        ' markdown="1"',
        ' markdown="0"',
        ' markdown="span"',
        ' markdown="block"',
        ' markdown=1',
        ' markdown',
        ' markdown="x"',
        '\na="b"',
        '  a = "b"',
        ' a=b/c',
        ' a=""',
        ' é="é"',
        ' x:y="z"',
        ' data-a="a\nb"',
        ' viewBox="0"',
        ' a="b"c="d"',
        ' href="x"',
        ' a="',
        ' _a="b"',
        ' @a="b"',
        ' :a="b"',
        ' style="text-align: left"',
      ]);
    }
    return text;
  }

  // Blocks

  #blocks(count: number): string {
    let text = '';
    for (let n = 0; n < count; n++) {
      text += this.#within(() => this.#block(), this.#text);
      if (this.#chance(8)) text += `\n${this.#ial()}`;
      text += this.#pick([
        '\n\n',
        '\n\n',
        '\n\n',
        '\n',
        '\n',
        '\n\n\n',
        '\n^\n',
        '\n \n',
        '\n\t\n',
        '\n\n^\n\n',
        '',
        '\n\u00a0\n',
        '\n\f\n',
        '  \n\n',
      ]);
    }
    return text;
  }

  #block(): string {
    switch (this.#below(26)) {
      case 0:
      case 1:
      case 2:
        return this.#text();
      case 3:
        return `${this.#pick(['#', '##', '######', '#######', ' #', '   ##', '    #'])}${this.#pick([' ', ' ', '', '\t', '\u00a0'])}${this.#line()}${this.#pick(['', '', ' #', ' ##', '#', '\\#', ' {#id}', ' {:.c}', '{#a b}', ' # {#x}', '  '])}`;
      case 4:
        return `${this.#pick([this.#line(), this.#text()])}${this.#pick(['', '', ' {#id}', '  '])}\n${this.#pick(['===', '---', '=', '-', '=== ', '   ---', '--- -', '==x', '    ==='])}`;
      case 5:
        return this.#pick([
          '---',
          '***',
          '* * *',
          '___',
          '- - -',
          '--',
          '-----',
          '   ***',
          '    ***',
          '*\t*\t*',
          '***x',
          '_ _ _ _',
          '--- ---',
        ]);
      case 6:
      case 7:
        return this.#quote();
      case 8:
      case 9:
      case 10:
        return this.#list();
      case 11:
        return this.#definitionList();
      case 12:
      case 13:
        return this.#table();
      case 14:
        return this.#fence();
      case 15:
        return this.#prefixed(
          this.#pick(['    ', '\t', '     ', '  \t']),
          this.#pick([this.#text(), 'code\n\n\nmore', this.#blocks(1)]),
        );
      case 16:
      case 17:
      case 18:
        return this.#blockHtml();
      case 19:
        return `${this.#pick(['', ' ', '   ', '    '])}$$${this.#pick(['\n', '', ' '])}${this.#words()}${this.#pick(['\n', '', ' ', '\n\n'])}$$${this.#pick(['', '', ' x', '  '])}`;
      case 20:
        return this.#definition();
      case 21:
        return this.#extension(true);
      case 22:
        return this.#ial();
      case 23:
        return `${this.#pick(['* x', '1. x', '- a\n- b'])}\n${this.#pick(['{:toc}', '{:toc .c #d}', '{:.no_toc}', '{:footnotes}', '{:toc}\n{:.x}'])}`;
      case 24:
        return `![${this.#words()}](${this.#target()})${this.#pick(['{:standalone}', '{: standalone .c}', '', '{:standalone} x'])}`;
      default:
        return this.#pick([
          '^',
          '',
          ' ',
          '|',
          ':',
          '>',
          '-',
          '1.',
          '*',
          '#',
          '{::',
          '{:/}',
          '[',
          '<',
          '$$',
          '```',
          '[^a]:',
          '*[a]:',
          '[a]:',
          '***',
          ': x',
          '+',
        ]);
    }
  }

  /** A prefix before every line; lazily, sometimes. */
  #prefixed(prefix: string, text: string): string {
    const isLazy = this.#chance(5);
    return text
      .split('\n')
      .map((line, i) =>
        i > 0 && ((isLazy && this.#chance(2)) || (line === '' && this.#chance(2))) ? line : prefix + line,
      )
      .join('\n');
  }

  #quote(): string {
    return this.#prefixed(
      this.#pick(['> ', '>', '>  ', ' > ', '   > ', '>\t', '> > ']),
      this.#blocks(1 + this.#below(2)).replace(/\n+$/, ''),
    );
  }

  #list(): string {
    const marker = this.#pick(['*', '-', '+', '1.', '2.', '10.', '0.', '1)', '123456789.']);
    const gap = this.#pick([' ', ' ', ' ', '  ', '   ', '    ', '\t', ' \t', '     ']);
    const margin = this.#pick(['', '', '', ' ', '  ', '   ']);
    let text = '';
    for (let n = 1 + this.#below(4); n > 0; n--) {
      const ownMarker = this.#chance(6) ? this.#pick(['*', '-', '1.']) : marker;
      const first = `${this.#chance(5) ? this.#pick(['', ' ', '  ', '    ']) : margin}${ownMarker}${gap}`;
      const others = this.#chance(6)
        ? this.#pick(['', ' ', '  ', '    ', '\t'])
        : ' '.repeat(first.replace('\t', '   ').length);
      const start = this.#chance(7)
        ? this.#pick(['{:.c} ', '{:#i}', '[ ] ', '[x] ', '[X]  ', '| ', '# ', '{:.x}\n', '\n', '> ', '```\n', ': '])
        : '';
      const body = this.#chance(2) ? this.#line() : this.#blocks(1 + this.#below(2)).replace(/\n+$/, '');
      text += (first + start + body)
        .split('\n')
        .map((line, i) => (i === 0 || (line === '' && !this.#chance(6)) ? line : others + line))
        .join('\n');
      text += this.#pick(['\n', '\n', '\n', '\n\n', '\n^\n', '\n{:.ial}\n', '\n\n\n']);
    }
    return text;
  }

  #definitionList(): string {
    let text = this.#repeat(2, this.#line, ['\n']);
    for (let n = 1 + this.#below(3); n > 0; n--) {
      const gap = this.#pick([' ', ' ', '   ', '\t', '']);
      const body = this.#chance(2) ? this.#text() : this.#blocks(1 + this.#below(2)).replace(/\n+$/, '');
      text += `${this.#pick(['\n', '\n', '\n\n', '\n\n\n'])}${this.#pick(['', '', ' ', '   '])}:${gap}${this.#chance(6) ? '{:.dd} ' : ''}${body.replace(/\n(?=.)/g, `\n${this.#pick(['  ', '    ', '', ' '])}`)}`;
      if (this.#chance(4)) text += `\n${this.#chance(2) ? '\n' : ''}${this.#line()}`;
    }
    return text;
  }

  #table(): string {
    const columns = 1 + this.#below(3);
    const edge = this.#below(3) > 0;
    const cell = () =>
      this.#pick([
        this.#line(),
        this.#word(),
        '',
        ' ',
        '`a|b`',
        'a \\| b',
        '<b>x|y</b>',
        '<code>x|y</code>',
        '$$a|b$$',
        '[a|b](c)',
        '![a](b)',
        '`a',
        '``a|`b``',
      ]);
    const row = () => {
      const cells = Array.from({ length: columns + (this.#chance(8) ? this.#below(3) - 1 : 0) }, cell);
      return (edge ? '| ' : '') + cells.join(this.#pick([' | ', '|', ' |  '])) + (edge && !this.#chance(8) ? ' |' : '');
    };
    const separator = () => {
      const marks = Array.from({ length: columns }, () => this.#pick(['---', ':--', '--:', ':-:', '-', ' --- ']));
      return `${edge ? '|' : ''}${marks.join(this.#pick(['|', '+', ' | ']))}${edge ? '|' : ''}`;
    };
    const lines: string[] = [];
    if (this.#chance(5)) lines.push(separator());
    lines.push(row());
    if (!this.#chance(4)) lines.push(separator());
    for (let n = this.#below(4); n > 0; n--)
      lines.push(this.#chance(6) ? this.#pick([separator(), '|===|===', '===', '|-', '|=']) : row());
    if (this.#chance(5)) lines.push(this.#pick(['|===|', '| = |', '='.repeat(5)]), row());
    if (this.#chance(8)) lines.push(this.#pick(['text', '{:.t}', '    x', '> q', '- l', '\t| x |']));
    return this.#chance(8)
      ? this.#prefixed(this.#pick([' ', '   ', '    ', '> ']), lines.join('\n'))
      : lines.join('\n');
  }

  #fence(): string {
    const mark = this.#pick(['```', '~~~', '````', '~~~~~', '``', '```']);
    const info = this.#pick([
      '',
      '',
      'ruby',
      ' ruby',
      'ruby ',
      'c++',
      'x?a=1&b=2',
      'two words',
      '{.c}',
      ' {: .c}',
      'é',
      'nolang',
      'a-b_c',
      'html+erb',
      '`x',
      'ruby?',
      '1',
      '.x',
      'php?start_inline=1',
      '\truby',
    ]);
    const body = this.#pick([
      this.#text(),
      '',
      '\n',
      'a < b & c "d"',
      '    indented\n\n\tx',
      this.#blocks(1),
      '~~~\nx\n~~~',
      '```\nx\n```',
      ' ',
    ]);
    const text = `${mark}${info}\n${body}\n${this.#chance(8) ? this.#pick(['', '``', `${mark}~`, ` ${mark}`, `    ${mark}`, `${mark}\`\``]) : mark}${this.#pick(['', '', ' ', '  x'])}`;
    const indented = this.#chance(5) ? this.#prefixed(this.#pick([' ', '   ', '    ']), text) : text;
    return this.#chance(5)
      ? `${indented}\n${this.#pick(['{:.language-js}', '{:.nolang #x}', '{:.ruby}', '{:.language-a .language-b}'])}`
      : indented;
  }

  #blockHtml(): string {
    if (this.#chance(8))
      return `<${this.#pick(VOID_TAGS)}${this.#htmlAttributes()}${this.#pick(['>', ' />', '/>'])}${this.#pick(['', ' x', '\nx'])}`;
    if (this.#chance(8)) {
      return this.#pick([
        '<!-- a -->',
        '<!--\n\n*a*\n\n-->',
        '<!-- a --> b',
        '<!-- a',
        ' <!-- a -->',
        '<!---->',
        '<?xml a\nb?>',
        '<?a?> b',
        '<![CDATA[\n*a*\n]]>',
        '<!DOCTYPE html>',
        '<!doctype html>\nx',
        '</div>',
        '</p>\nx',
        '<div',
        '<>',
        '<div/>',
        '<div />x',
        '<br>\n</br>',
      ]);
    }
    const tag = this.#pick(BLOCK_TAGS);
    const inner = this.#pick([
      () => this.#line(),
      () => `\n${this.#blocks(1 + this.#below(2))}\n`,
      () => `\n\n${this.#blocks(1)}\n\n`,
      () => `\n${this.#blockHtml()}\n`,
      () => `  \n  ${this.#text()}`,
      () => '',
      () => '\n',
      () => this.#spanHtml(),
    ])();
    const end = this.#chance(10) ? this.#pick(['', '</p>', `</${tag}`, '</ div>', `</${tag}></${tag}>`]) : `</${tag}>`;
    return `${this.#pick(['', '', '', ' ', '   ', '    '])}<${tag}${this.#htmlAttributes()}>${inner}${end}${this.#pick(['', '', '', ' x', ' *x*', '\nx', '\n{:.c}', '<b>y</b>'])}`;
  }

  #extension(isBlock: boolean): string {
    const name = this.#pick([
      'comment',
      'nomarkdown',
      'nomarkdown type="html"',
      'nomarkdown type="latex"',
      'options',
      'unknown',
      'comment .c',
    ]);
    const gap = isBlock ? '\n' : '';
    if (name === 'options' || this.#chance(4)) {
      const options = this.#pick([
        'auto_ids="false"',
        'parse_block_html="true"',
        'parse_span_html="false"',
        'footnote_nr="7"',
        'entity_output="numeric"',
        "toc_levels='2..3'",
        'smart_quotes="apos,apos,quot,quot"',
        'header_offset="1"',
        'html_to_native="true"',
        'auto_id_prefix="p-"',
        'hard_wrap="true"',
        'template="x"',
        'nope="1"',
        'footnote_nr="x"',
        'toc_levels="9"',
        'syntax_highlighter="nil"',
        'math_engine="nil"',
        'footnote_backlink=""',
        'line_width="5"',
        'typographic_symbols="hellip: x"',
        'link_defs="a: [b, c]"',
        'syntax_highlighter_opts="default_lang: ruby"',
        'entity_output=":as_input"',
        'gfm_quirks="no_auto_typographic"',
        'smart_quotes="1"',
        'forbidden_inline_options="x"',
        'footnote_prefix="q"',
      ]);
      return `{::${this.#chance(4) ? name : 'options'} ${options}${this.#pick([' /}', '/}', ' / }', '}', ' /}{:/}'])}`;
    }
    const body = isBlock ? this.#blocks(1).replace(/\n+$/, '') : this.#text();
    return `{::${name}}${gap}${body}${gap}${this.#pick(['{:/}', `{:/${name.split(' ')[0]}}`, '{:/comment}', '{:/ }', '', '{:/x}'])}`;
  }

  // Definitions

  #definitions(): string {
    let text = '';
    for (const name of NAMES)
      if (this.#chance(2)) text += `${this.#definition(name)}${this.#pick(['\n', '\n', '\n\n'])}`;
    return text;
  }

  #definition(name: string = this.#pick(NAMES)): string {
    const margin = this.#pick(['', '', '', ' ', '   ', '    ']);
    switch (this.#below(4)) {
      case 0:
        return `${margin}[${name}]:${this.#pick([' ', ' ', '', '\n', '  '])}${this.#pick(['/url', 'http://x.example', '<a b>', 'a b', '<>', 'é', 'a"b', ''])}${this.#pick(['', '', ' "T"', " 'T'", '\n  "T"', '\n    "T"', ' "a "b" c"', ' (T)', ' x', ' "T" x'])}`;
      case 1:
        return `${margin}[^${name}]:${this.#pick([' ', ' ', '', '\n    ', '\t'])}${this.#pick([() => this.#line(), () => this.#blocks(2).replace(/\n(?=.)/g, '\n    '), () => this.#text(), () => ''])()}`;
      case 2:
        return `${margin}*[${this.#pick([name, this.#word(), 'a b', 'HTML', 'C++', '.*', 'a|b', '(', 'é', '漢'])}]:${this.#pick([' ', '', '  '])}${this.#pick([this.#line(), '', 'Hyper "Text" <b> &amp;'])}`;
      default:
        return `${margin}{:${this.#pick(['ald', 'ref-x', 'é', 'x y', 'toc'])}:${this.#pick([' ', '', '  '])}${this.#repeat(3, () => this.#attribute(), [' ', ''])}}`;
    }
  }
}
