import { expect, test } from 'vitest';
import { Started } from './started.ts';

const never = (reason: string): void => {
  throw new Error(reason);
};

test('what was started last is ended first, and only once', async () => {
  const ended: string[] = [];
  const started = new Started(never);
  for (const name of ['database', 'pool', 'app']) started.add(async () => ended.push(name));
  await Promise.all([started.close(), started.close()]);
  expect(ended).toEqual(['app', 'pool', 'database']);
});

test('one end that fails does not keep the others from ending', async () => {
  const ended: string[] = [];
  const started = new Started(never);
  started.add(async () => ended.push('database'));
  started.add(async () => Promise.reject(new Error('the app hangs')));
  await started.close();
  expect(ended).toEqual(['database']);
});

test('a part that comes up while everything ends is ended too', async () => {
  const ended: string[] = [];
  const started = new Started(never);
  await started.close();
  started.add(async () => ended.push('database'));
  await started.close();
  expect(ended).toEqual(['database']);
});

test('a loss is reported while running and is no news while ending', async () => {
  const losses: string[] = [];
  const started = new Started((reason) => losses.push(reason));
  started.lose('gone');
  await started.close();
  started.lose('gone again');
  expect(losses).toEqual(['gone']);
});
