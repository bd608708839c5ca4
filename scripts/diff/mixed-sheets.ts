// Stylesheets of mixed sites: Sass in both syntaxes, with partials, that Ruby Sass and Dart Sass both compile.

import type { Random } from './random.ts';
import type { Files } from './sites-generate.ts';

const RULES: readonly string[] = [
  '$c: #336699 !default;\na { color: $c; &:hover { color: lighten($c, 10%) } b & { top: 1px } }\n',
  '@mixin m($w: 2px, $rest...) { width: $w * 2; @content }\n.m { @include m(3px) { height: 1em } }\n',
  '@function double($x) { @return $x * 2 }\n.f { width: double(4px); height: calc(1px + 2%) }\n',
  '@each $n, $v in (a: 1px, b: 2px) { .#{$n} { margin: $v } }\n@for $i from 1 through 3 { .w-#{$i} { width: 10px * $i } }\n',
  '%base { padding: 0 }\n.x { @extend %base; }\n.y { @extend .x; color: rgba(#fff, .5) }\n',
  '@media (min-width: 10em) and (max-width: 20em) { .q { float: left; .r & { float: right } } }\n',
  '$map: (k: v, "l": 2);\n.g { content: "#{map-get($map, k)}"; @if map-has-key($map, "l") { top: 0 } @else { top: 1px } }\n',
  '/* loud */\n// silent\n.u { background: url("a b.png") no-repeat; font: 12px/1.5 "A", serif }\n',
  '@font-face { font-family: X; src: url(x.woff) }\n@supports (display: grid) { .s { display: grid } }\n@keyframes k { from { top: 0 } 50.5% { top: 1px } }\n',
  '.ü::before { content: "→ \\201C" }\n',
  'a{b:c;d:e!important}\n.n { .o > &, + p { q: r } }\n',
];

/** Stylesheets, for a few sites; most have only those of their theme. */
export function sheets(random: Random, four: boolean): Files {
  if (!random.chance(0.25)) return {};
  const rules = (): string => Array.from({ length: 1 + random.below(3) }, () => random.pick(RULES)).join('');
  const files: Files = {
    '_sass/_rules.scss': rules(),
    '_sass/more/_index.scss': '.index { a: b }\n',
    '_more/_extra.scss': '.extra { a: b }\n',
  };
  files['css/site.scss'] =
    `---\n${random.pick(['', 'title: Sheet\n', 'permalink: /s.css\n'])}---\n@import "rules"${random.pick(['', ', "more/index"', ''])};\n${rules()}{% if site.title %}.t { width: {{ site.posts | size }}px }{% endif %}\n`;
  if (random.chance(0.4))
    files['css/indented.sass'] =
      '---\n---\n@import rules\n=mix($a)\n  width: $a\n.i\n  +mix(1px)\n  &.j\n    height: 2px\n';
  if (random.chance(0.2)) files['css/charset.scss'] = '---\n---\n.é { content: "ü" }\n';
  if (four && random.chance(0.3))
    files['css/modern.scss'] = '---\n---\n@use "rules";\n@use "sass:math";\n.d { width: math.div(10px, 3) }\n';
  return files;
}
