import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';
import { words } from '../words.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/\\\n/, 'w'],
      [/%.*/, 'c1'],
      [/\/(?:\\\n)?[*][\s\S]*?[*](?:\\\n)?\//, 'cm'],
      [rx`${escapableString('"')}`, 's'],
      [/not|<->|->|<-|\\\/|xor|\/\\/, 'o'],
      [/!=|[<>=]/, 'o'],
      [/\+|-|\*|\/|div|mod/, 'o'],
      [/\\|\.\./, 'o'],
      [/[|()[\]{},:;]/, 'p'],
      [/(?:true|false)\b/, 'kc'],
      [/\d+(?:\.(?!\.)\d*)?(?:[eE][-+]?\d+)?/, 'm'],
      [
        /[$a-zA-Z_]\w*/,
        words(
          {
            k: `
  ann annotation any constraint else endif function for forall if include list of op output minimize maximize par
  predicate record satisfy solve test then type var where
`,
            kt: 'array set bool enum float int string tuple',
            nb: `
  abort abs acosh array_intersect array_union array1d array2d array3d array4d array5d array6d asin assert atan
  bool2int card ceil concat cos cosh dom dom_array dom_size fix exp floor index_set index_set_1of2 index_set_2of2
  index_set_1of3 index_set_2of3 index_set_3of3 int2float is_fixed join lb lb_array length ln log log2 log10 min max
  pow product round set2array show show_int show_float sin sinh sqrt sum tan tanh trace ub ub_array
`,
            o: 'in subset superset union diff symdiff intersect',
          },
          'nx',
        ),
      ],
    ],
  }),
};
