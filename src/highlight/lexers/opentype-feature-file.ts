import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { words } from '../words.ts';

const KEYWORDS = `
  Ascender Attach AxisValue CapHeight CaretOffset CodePageRange DesignAxis Descender ElidedFallbackName
  ElidedFallbackNameID ElidableAxisValueName FeatUILabelNameID FeatUITooltipTextNameID FontRevision FSType
  GlyphClassDef HorizAxis.BaseScriptList HorizAxis.BaseTagList HorizAxis.MinMax IgnoreBaseGlyphs IgnoreLigatures
  IgnoreMarks LigatureCaretByDev LigatureCaretByIndex LigatureCaretByPos LineGap MarkAttachClass MarkAttachmentType
  NULL OlderSiblingFontAttribute Panose ParamUILabelNameID RightToLeft SampleTextNameID TypoAscender TypoDescender
  TypoLineGap UnicodeRange UseMarkFilteringSet Vendor VertAdvanceY VertAxis.BaseScriptList VertAxis.BaseTagList
  VertAxis.MinMax VertOriginY VertTypoAscender VertTypoDescender VertTypoLineGap WeightClass WidthClass XHeight
  anchorDef anchor anonymous anon by contour cursive device enumerate enum exclude_dflt featureNames feature flag
  from ignore include_dflt include languagesystem language location lookupflag lookup markClass mark nameid name
  parameters position pos required reversesub rsub script sizemenuname substitute subtable sub table useExtension
  valueRecordDef winAscent winDescent
`;
const NAME = '[a-zA-Z_][a-zA-Z0-9/_.-]*';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/#.*/, 'c'],
      [/(anonymous|anon|feature|lookup|table)(\s+)/, ['k', ''], 'feature-name'],
      [/(\})(\s)/, ['p', ''], 'feature-name'],
      [/include\b/i, 'k', 'path'],
      [/[-[\]/(){},.:;=%*<>']/, 'p'],
      [/`/, 'sb'],
      [/"/, 's', 'string'],
      [/\\[^.*\s]+/, 'se'],
      [rx`@${NAME}`, 'nc'],
      [rx`${NAME}`, words({ k: KEYWORDS }, 'n')],
      [/(?:0x|\\)[0-9A-Fa-f]+/, 'mh'],
      [/-?\d+/, 'mi'],
    ],
    'feature-name': [[rx`${NAME}`, 'nf', 'pop']],
    path: [
      [/\s+/, 'w'],
      [/\)/, 'p', 'pop'],
      [/\(/, 'p'],
      [/[^\s()]+/, 's'],
    ],
    string: [
      [/"/, 's', 'pop'],
      [/[^"%\n]+/, 's'],
    ],
  }),
};
