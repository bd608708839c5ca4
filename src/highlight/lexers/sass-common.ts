/** Shared by the two syntaxes of Sass. */
import type { States } from '../lexer.ts';
import type { RougeVersion } from '../versions.ts';
import { words } from '../words.ts';
import { cssWords } from './css-words.ts';

export function sassStates(rouge: RougeVersion): States {
  const { properties, values, colors } = cssWords(rouge);
  const later = rouge.later;
  return {
    content: [
      [/@for\b/, 'k', 'for'],
      [/@(?:debug|warn|if|each|while|else|return|media)/, 'k', 'value'],
      [/(@mixin|@function)(\s+)([\w-]+)/, ['k', '', 'nf'], 'value'],
      [/@extend\b/, 'k', 'selector'],
      [/(@include)(\s+)([\w-]+)/, ['k', '', 'nd'], 'value'],
      [/@[\w-]+/, 'k', 'selector'],
      [/&/, 'k', 'selector'],
      [/([$][\w-]+)([ \t]*)(:)/, ['nv', '', 'p'], 'value'],
    ],
    value: [
      'section-end',
      [/[ \t]+/, ''],
      [/[$][\w-]+/, 'nv'],
      [/url[(]/, 'sx', 'url'],
      [/[\w-]+(?=\s*[(])/, 'nf'],
      [/%[\w-]+/, 'nd'],
      [/(?:true|false)\b/, 'bp'],
      [/(?:and|or|not)\b/, 'ow'],
      [/#[a-z0-9]{1,6}/i, 'mh'],
      [/-?\d+(?:%|[a-z]+)?/, 'm'],
      [/-?\d*\.\d+(?:%|[a-z]+)?/, 'mi'],
      'quotes',
      'interpolations',
      [/[~^*!&%<>|+=@:,./?-]+/, 'o'],
      [/[[\]()]+/, 'p'],
      [/\/[*]/, 'cm', 'comment'],
      [/\/\/[^\n]*/, 'c1'],
      [/[\w-]+/, words(later ? { nb: values } : { nb: values, no: colors }, 'n')],
    ],
    interpolations: [[/#\{/, 'si', 'interpolation']],
    interpolation: [[/\}/, 'si', 'pop'], 'value'],
    quotes: [
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
    ],
    selector: [
      'section-end',
      'quotes',
      'interpolations',
      [/[ \t]+/, ''],
      [/:/, 'nd', 'pseudo-class'],
      [/\./, 'nc', 'class'],
      [/#/, 'nn', 'id'],
      [/%/, 'nv', 'placeholder'],
      [/[\w-]+/, 'nt'],
      [/&/, 'k'],
      [/[~^*![\]()<>|+=@;,/?-]/, 'o'],
    ],
    'double-quotes': [[/"/, 's2', 'pop'], 'interpolations', [/(?:\\.|#(?!\{)|[^\n"#])+/, 's2']],
    'single-quotes': [[/'/, 's1', 'pop'], 'interpolations', [/(?:\\.|#(?!\{)|[^\n'#])+/, 's1']],
    url: [[/\)/, 'sx', 'pop'], [/(?:\\.|#(?!\{)|[^\n)#])+/, 'sx'], 'interpolations'],
    'selector-end': ['interpolations', [/(?:)/, '', 'pop']],
    'pseudo-class': [[/[\w-]+/, 'nd'], 'selector-end'],
    class: [[/[\w-]+/, 'nc'], 'selector-end'],
    id: [[/[\w-]+/, 'nn'], 'selector-end'],
    placeholder: [[/[\w-]+/, 'nv'], 'selector-end'],
    for: [[/from|to|through/, 'ow'], 'value'],
    'property-name': ['interpolations', [/[\w-]+/, words({ nl: properties }, 'na')]],
    property: ['property-name', [/([ \t]*)(:)/, ['', 'p'], 'value']],
    comment: [[/(?:\\#|#(?=[^\n{])|\*(?=[^\n/])|[^\n#*])+/, 'cm'], 'interpolations', [/[*]\//, 'cm', 'pop']],
  };
}
