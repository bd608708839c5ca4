// Lines of the composition root: the files that join configuration, plugins and surroundings into a site.

import { type Figure, sources } from './program.ts';

const ROOT = /^src\/(?:build|build\/node|build\/browser|engine\/engine)\.ts$/;

export const root: Figure = {
  name: 'root',
  title: 'lines of the composition root',
  measure(program) {
    const places = sources(program)
      .filter(({ path }) => ROOT.test(path))
      .map(({ path, tree }) => ({ path, line: 1, lines: tree.text.split('\n').length - 1 }))
      .map(({ path, line, lines }) => ({ path, line, what: `${lines} lines`, lines }));
    return { value: places.map(({ lines }) => lines).join(' + '), places };
  },
};
