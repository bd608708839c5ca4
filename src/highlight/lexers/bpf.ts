import type { LexerDefinition } from '../lexer.ts';
import { ambiguous, rxi } from '../rx.ts';

export const lexer: LexerDefinition = {
  states: (rouge) => {
    const later = rouge.later;
    const JUMP = later
      ? '(gotol?)(\\s*)([-+]0x\\w+)?([-+]\\d+)?(\\s*)(<?\\w+>?)'
      : '(goto)(\\s*)()(\\+\\d+)?(\\s*)(<?\\w+>?)';
    const CONDITION = '(if)(\\s+)([rw]\\d+)(\\s*)([s!=<>]+)(\\s*)';
    return {
      root: [
        [/(\d+)(:)(\s+)(\([0-9a-f]{2}\))/i, ['gl', 'p', 'w', 'g']],
        [/(\d+)(:)(\s+)((?:[0-9a-f]{2} ){8})/i, ['gl', 'p', 'w', 'g']],
        [/(\d+)(:)(\s+)/i, ['gl', 'p', 'w']],
        [/(call)(\s+)(\d+)/i, ['k', 'w', 'mi']],
        [later ? /(call)(\s+)(\w+)(?:(#)(\d+))?/i : /(call)(\s+)(\w+)(#)(\d+)/i, ['k', 'w', 'nb', 'p', 'mi']],
        [ambiguous(rxi`${JUMP}`), ['k', 'w', 'mh', 'mi', 'w', 'nl']],
        [
          ambiguous(rxi`${CONDITION}(0x[0-9a-f]+|-?\d+)(\s*)${JUMP}`),
          ['k', 'w', 'n', 'w', 'o', 'w', 'm', 'w', 'k', 'w', 'mh', 'mi', 'w', 'nl'],
        ],
        [
          ambiguous(rxi`${CONDITION}([rw]\d+)(\s*)${JUMP}`),
          ['k', 'w', 'n', 'w', 'o', 'w', 'n', 'w', 'k', 'w', 'mh', 'mi', 'w', 'nl'],
        ],
        [
          later
            ? /(\*)(\s*)(\()(u8|u16|u32|u64|s8|s16|s32|s64|ll)(\s*)(\*)(\))/i
            : /(\*)(\s*)(\()(u8|u16|u32|u64|ll)(\s*)(\*)(\))/i,
          ['o', 'w', 'p', 'kt', 'w', 'o', 'p'],
          'address',
        ],
        [/[+-/*&|><^s]{0,3}=/i, 'o'],
        [/([+-]?)([rw]\d+)/i, ['p', 'n']],
        [/\/\//, 'c1', 'line-comment'],
        [/\/\*/, 'cm', 'comment'],
        [
          later
            ? /be16|be32|be64|le16|le32|le64|bswap16|bswap32|bswap64|exit|lock|map/i
            : /be16|be32|be64|exit|lock|map/i,
          'k',
        ],
        [later ? /(-?0x[0-9a-f]+|-?\d+)(\s*)(ll)?/i : /(0x[0-9a-f]+|-?\d+)(\s*)(ll)?/i, ['m', 'w', 'kt']],
        [/(\w+)(\s*)(ll)/i, ['n', 'w', 'kt']],
        [/(\w+)(\s*)(:)/i, ['nl', 'w', 'p']],
        [/[\s\S]/, ''],
      ],
      address: [
        [/(\()([rw]\d+)(\s*)([+-])(\s*)(\d+)(\))/i, ['p', 'n', 'w', 'o', 'w', 'mi', 'p'], 'pop'],
        [/(\w+)(\[)(\d+)(\])/i, ['n', 'p', 'mi', 'p'], 'pop'],
        [/(\w+)(\[)([rw]\d+)(\])/i, ['n', 'p', 'n', 'p'], 'pop'],
      ],
      'line-comment': [
        [/\n/, 'c1', 'pop'],
        [/.+/, 'c1'],
      ],
      comment: [
        [/\*\//, 'cm', 'pop'],
        [/[^*/]+/, 'cm'],
        [/[*/]/, 'cm'],
      ],
    };
  },
};
