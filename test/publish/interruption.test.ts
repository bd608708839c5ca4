// A build that ends at any of its steps: killed, or with a disk error.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unwritable } from '../../src/files/file-error.ts';
import type { FileSystem } from '../../src/files/file-system.ts';
import { publish, recover } from '../../src/publish/publish.ts';
import { outputsOf, PLACES, type Place, publication, publishText, treeOf } from './place.ts';

const OLD = {
  'index.html': 'old index',
  'same.html': 'the same',
  'gone.html': 'old',
  'gone/a/b.html': 'old',
  'half/stays.html': 'the same',
  'half/goes.html': 'old',
  swap: 'a file',
  'turn/x.html': 'in a folder',
};
const NEW = {
  'index.html': 'new index',
  'same.html': 'the same',
  'half/stays.html': 'the same',
  'half/comes.html': 'new',
  'fresh/deep/er.html': 'new',
  'fresh/also.html': 'new',
  'swap/x.html': 'in a folder',
  turn: 'a file',
};

const CHANGING = ['write', 'createFile', 'copy', 'rename', 'linkFile', 'remove', 'makeFolder', 'setAccess'];

class Killed extends Error {}

/**
 * A file system on which the step `at` (counted from 0) fails.
 * @param how 'dies': nothing works from then on, and a file that was being written is cut off; 'full': only that step fails
 */
function failing(files: FileSystem, at: number, how: 'dies' | 'full'): { files: FileSystem; steps: () => number } {
  let steps = 0;
  let isDead = false;
  const proxy = new Proxy(files, {
    get(target, key: keyof FileSystem) {
      const method = target[key];
      if (typeof method !== 'function') return method;
      return (...args: unknown[]): unknown => {
        if (isDead) throw new Killed();
        const isChange = CHANGING.includes(key);
        if (isChange && steps++ === at) {
          if (how === 'full') throw unwritable(String(args[0]), 'ENOSPC');
          isDead = true;
          if (key === 'write') target.write(String(args[0]), String(args[1]).slice(0, 3));
          throw new Killed();
        }
        return (method as (...args: unknown[]) => unknown).apply(target, args);
      };
    },
  });
  return { files: proxy, steps: () => steps };
}

async function old(make: () => Place): Promise<Place> {
  const place = make();
  await publishText(place, OLD);
  return place;
}

/** How many steps the change from old to new takes. */
async function stepsOf(make: () => Place): Promise<number> {
  const place = await old(make);
  const { files, steps } = failing(place.files, -1, 'full');
  await publish(publication(place, outputsOf(NEW), { files }));
  assert.equal(treeOf(place.files, `${place.root}/out`), NEW);
  place.remove();
  return steps();
}

for (const make of PLACES) {
  const { name } = make();
  const test = suite(`interruption, ${name}`);

  test('killed at any step, the next command leaves the old site or the new one', async () => {
    const total = await stepsOf(make);
    assert.ok(total > 30, `${total} steps`);
    const found = { old: 0, new: 0 };
    for (let at = 0; at < total; at++) {
      const place = await old(make);
      const out = `${place.root}/out`;
      const { files } = failing(place.files, at, 'dies');
      // A kill in the last steps, after which nothing can fail, has no effect.
      await publish(publication(place, outputsOf(NEW), { files })).catch((error) => assert.instance(error, Killed));
      // Files that readers see are complete before anything is repaired.
      for (const [path, text] of Object.entries(treeOf(place.files, out))) {
        if (path.includes('.build-site-')) continue;
        const known = [OLD[path as keyof typeof OLD], NEW[path as keyof typeof NEW]];
        assert.ok(known.includes(text), `step ${at}: ${path} is ${text}`);
      }
      await recover(publication(place, outputsOf({})));
      const tree = treeOf(place.files, out);
      const isNew = Object.keys(tree).includes('fresh/also.html');
      assert.equal(tree, isNew ? NEW : OLD, `step ${at}`);
      if (isNew) found.new++;
      else found.old++;
      // The next build finds nothing in its way.
      await publishText(place, NEW);
      assert.equal(treeOf(place.files, out), NEW, `step ${at}, after another build`);
      place.remove();
    }
    assert.ok(found.old > 5 && found.new > 5, JSON.stringify(found));
  });

  test('a disk that is full at any step leaves the old site or the new one, and nothing else', async () => {
    const total = await stepsOf(make);
    for (let at = 0; at < total; at++) {
      const place = await old(make);
      const { files } = failing(place.files, at, 'full');
      const input = publication(place, outputsOf(NEW), { files });
      const error = await publish(input).then(
        () => null,
        (reason) => reason,
      );
      const tree = treeOf(place.files, `${place.root}/out`);
      if (error === null) assert.equal(withoutLeftovers(tree), NEW, `step ${at}`);
      else {
        assert.match(error.message, 'the disk is full', `step ${at}`);
        assert.equal(withoutLeftovers(tree), OLD, `step ${at}`);
      }
      place.remove();
    }
  });

  test.run();
}

/** A draft of a lock, or a file that was set aside: the next build removes them. */
function withoutLeftovers(tree: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tree).filter(([path]) => !path.includes('.build-site-')));
}
