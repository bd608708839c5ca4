// Two builds and one destination.

import { existsSync, utimesSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Holder, Lock, type Processes } from '../../src/publish/lock.ts';
import { OWN, PLACES, type Place, processes } from './place.ts';

const test = suite<{ place: Place; path: string }>('lock');
test.before.each((context) => {
  context.place = PLACES[0]!();
  context.path = `${context.place.root}/.build-site-lock`;
});
test.after.each(({ place }) => place.remove());

const SECONDS = 1000;

async function take(place: Place, machine: Processes): Promise<{ lock: Lock; told: Diagnostic[] }> {
  const told: Diagnostic[] = [];
  const lock = await Lock.take(place.files, machine, place.root, 'abcdefgh', (diagnostic) => told.push(diagnostic));
  return { lock, told };
}

const held = (place: Place, path: string, holder: Holder | string, age = 0): void => {
  place.files.write(path, typeof holder === 'string' ? holder : JSON.stringify(holder));
  const at = Date.now() / 1000 - age;
  utimesSync(path, at, at);
};

test('is acquired, held and released, and leaves nothing', async ({ place, path }) => {
  const { lock, told } = await take(place, processes());
  assert.ok(lock.isHeld);
  assert.ok(existsSync(path));
  lock.release();
  assert.equal([place.files.list(place.root), told], [[], []]);
});

test('a running build is waited for, and reported once', async ({ place, path }) => {
  held(place, path, { ...OWN, pid: 8 });
  const machine = processes(() => true);
  const wait = machine.wait.bind(machine);
  machine.wait = async (milliseconds) => {
    await wait(milliseconds);
    if (machine.waited > 2 * SECONDS) place.files.remove(path);
  };
  const { lock, told } = await take(place, machine);
  assert.ok(machine.waited > 2 * SECONDS && machine.waited < 3 * SECONDS);
  assert.equal(
    told.map(({ message }) => message),
    [`Another build (process 8 on desk) is writing to ${place.root}: waiting for it.`],
  );
  lock.release();
});

test('after two minutes the build is refused, and the other keeps its lock', async ({ place, path }) => {
  held(place, path, { ...OWN, pid: 8 });
  await take(
    place,
    processes(() => true),
  ).then(
    () => assert.unreachable(),
    (error) => assert.is(error.diagnostic.code, 'destination-busy'),
  );
  assert.equal(place.files.list(place.root), ['.build-site-lock']);
});

test('the lock of a process that has ended is taken over at once', async ({ place, path }) => {
  held(place, path, { ...OWN, pid: 8 });
  const machine = processes(() => false);
  const { lock } = await take(place, machine);
  assert.is(machine.waited, 0);
  lock.release();
  assert.equal(place.files.list(place.root), []);
});

test('another machine’s lock holds while it is touched, and is taken over a minute after', async ({ place, path }) => {
  const foreign = { ...OWN, machine: 'another container' };
  held(place, path, foreign, 50);
  const machine = processes(() => true);
  machine.wait = async (milliseconds) => {
    machine.waited += milliseconds;
    if (machine.waited === 500) held(place, path, foreign, 70);
  };
  const { lock } = await take(place, machine);
  assert.is(machine.waited, 500);
  lock.release();
});

test('an empty lock is judged by its age', async ({ place, path }) => {
  for (const text of ['', '{', 'null', '[1]']) {
    held(place, path, text, 3600);
    (await take(place, processes())).lock.release();
    assert.equal(place.files.list(place.root), []);
  }
});

test('a lock that another machine took over is neither held nor removed', async ({ place, path }) => {
  const { lock } = await take(place, processes());
  held(place, path, { ...OWN, pid: 9 });
  assert.not.ok(lock.isHeld);
  lock.release();
  assert.ok(existsSync(path));
});

test.run();
