import { test } from 'uvu';
import { encodeWithBytes } from '../../src/text/decode.ts';
import {
  entityCharacter,
  HTML_4_ENTITIES,
  HTML_5_ENTITIES,
  namedEntity,
  numericEntity,
} from '../../src/text/html-entities.ts';
import { REFUSED, testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['html-entities'], {
  entity: (stack, asked: string | number) => {
    // kramdown 2.4 has the names of HTML 4, 2.5 those of HTML 5.
    const table = stack === 'github-pages' ? HTML_4_ENTITIES : HTML_5_ENTITIES;
    const entity = typeof asked === 'string' ? namedEntity(table, asked) : numericEntity(table, asked);
    return entity === undefined ? REFUSED : [entity.codePoint, entity.name];
  },
  character: (_, codePoint: number) => {
    const character = entityCharacter({ codePoint, name: null });
    return character === null ? REFUSED : [...encodeWithBytes(character)];
  },
});

test.run();
