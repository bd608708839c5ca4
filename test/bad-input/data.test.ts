// Data and other YAML files with mistakes.

import { test } from 'uvu';
import { testStops } from './check.ts';

testStops({
  "a YAML file in a collection that isn't a mapping": {
    files: { '_config.yml': 'collections: [things]\n', '_things/a.yml': '---\n- one\n- two\n' },
    at: '_things/a.yml:1:1',
    says: /The YAML in _things\/a\.yml is \["one", "two"\], not a mapping/,
  },
  'broken YAML in a YAML file of a collection': {
    files: { '_config.yml': 'collections: [things]\n', '_things/a.yml': '---\na: b: c\n' },
    at: '_things/a.yml:2:5',
    says: /mapping values are not allowed/,
  },
  'broken YAML in data': {
    files: { '_data/people.yml': '- name: A\n  - b: c\n bad' },
    at: '_data/people.yml:',
    says: /./,
  },
  'a comment of JavaScript in JSON': {
    files: { '_data/cv.json': '{\n  // c "b"\n  "a": 1\n}\n' },
    at: '_data/cv.json:3:6',
    says: /did not find expected ',' or '}' while parsing a flow mapping at line 1 column 1[\s\S]*start them with `#`/,
  },
  'a key of a flow mapping on another line than its colon': {
    files: { '_data/m.yml': 'm: {x\n  y: 1}\n' },
    at: '_data/m.yml:2:4',
    says: /did not find expected ',' or '}' while parsing a flow mapping at line 1 column 4/,
  },
  'half a character in JSON': {
    files: { '_data/x.json': '{"a": "\\ud83d\\ude00"}\n' },
    at: '_data/x.json:1:8',
    says: /invalid Unicode character escape code[\s\S]*ensure_ascii=False/,
  },
});

test.run();
