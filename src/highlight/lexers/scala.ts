import type { LexerDefinition, States } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  abstract case catch def do else extends final finally for forSome if implicit lazy match new override private
  protected requires return sealed super this throw try val var while with yield
`;

function states(later: boolean): States {
  const space = '[\\s\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
  const letter = '[\\p{L}$_]';
  const signs = later ? '-!#%&*/:?@\\\\^\\p{Sm}\\p{So}' : '\\x20-\\x7f\\p{Sm}\\p{So}';
  const op = `(?!${space}|${letter}|[0-9]|[(){}\\[\\]]|[‘’".;,])[${signs}]`;
  const id = `${letter}(?:${letter}|[0-9])*(?:(?<=_)(?:${op})+)?`;
  const any = `(?:${id}|(?:${op})+|\`[^\`]+\`)`;
  const chunk = `(?:${id}|(?:${op})+\`[^\`]+\`)`;
  return {
    root: [
      [/(class|trait|object)(\s+)/, ['k', ''], 'class'],
      [rx`'${id}(?!')`, 'ss'],
      [/[^\S\n]+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [rx`@${id}`, 'nd'],
      [rx`(def)(\s+)(${any})(\s*)`, ['k', '', 'nf', '']],
      [rx`(val)(\s+)(${any})(\s*)`, ['k', '', 'nv', '']],
      [rx`(this)(\n*)(\.)(${id})`, ['k', '', 'o', 'py']],
      [rx`(${id}|_)(\n*)(\.)(${id})`, ['nv', '', 'o', 'py']],
      [rx`[\p{Lu}$_]${id}\b`, 'nc'],
      [rx`(${id})(${space}*)(\()`, ['nf', '', 'o']],
      [rx`(\.)(${id})`, ['o', 'py']],
      [rx`(?:${anyOf(KEYWORDS)})\b|(?:<[%:-]|=>|>:|[#=@_\u21D2\u2190])(?:\b|(?=\s)|$)`, 'k'],
      [rx`:(?!${op})`, 'k', 'type'],
      [/(?:true|false|null)\b/, 'kc'],
      [/(import|package)(\s+)/, ['k', ''], 'import'],
      [/(type)(\s+)/, ['k', ''], 'type'],
      [/"""[\s\S]*?"""(?!")/, 's'],
      [rx`${escapableString('"')}`, 's'],
      [/'\\.'|'[^\\]'|'\\u[0-9a-fA-F]{4}'/, 'sc'],
      [rx`${id}`, 'n'],
      [/`[^`]+`/, 'n'],
      [/\[/, 'o', 'type-parameters'],
      [/[(){};,.#]/, 'o'],
      [rx`(?:${op})+`, 'o'],
      [/(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fFdD]?/, 'mf'],
      [/[0-9]+[fFdD]/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/[0-9]+L?/, 'mi'],
      [/\n/, ''],
    ],
    class: [
      [rx`(${any})(\s*)(\[)`, ['nc', '', 'o'], 'type-parameters'],
      [/\s+/, ''],
      [/\{/, 'o', 'pop'],
      [/\(/, 'o', 'pop'],
      [/\/\/.*/, 'c1', 'pop'],
      [rx`${any}`, 'nc', 'pop'],
    ],
    type: [
      [/\s+/, ''],
      [/<[%:]|>:|[#_\u21D2]|forSome|type/, 'k'],
      [/([,);}]|=>|=)(\s*)/, ['o', ''], 'pop'],
      [/[({]/, 'o', 'type'],
      [rx`(${chunk}(?:\.${chunk})*)(\s*)(\[)`, ['kt', '', 'o'], 'pop type-parameters'],
      [rx`(${chunk}(?:\.${chunk})*)(\s*)$`, ['kt', ''], 'pop'],
      [/\/\/.*/, 'c1', 'pop'],
      [rx`\.|${any}`, 'kt'],
    ],
    'type-parameters': [
      [/[\s,]+/, ''],
      [/<[%:]|=>|>:|[#_\u21D2]|forSome|type/, 'k'],
      [/[\])}]/, 'o', 'pop'],
      [/[([{]/, 'o', 'type-parameters'],
      [rx`\.|${any}`, 'kt'],
    ],
    comment: [
      [/[^/*]+/, 'cm'],
      [/\/\*/, 'cm', 'comment'],
      [/\*\//, 'cm', 'pop'],
      [/[*/]/, 'cm'],
    ],
    import: [[rx`(?:${id}|\.)+`, 'nn', 'pop']],
  };
}

export const lexer: LexerDefinition = { states: (rouge) => states(rouge.later) };
