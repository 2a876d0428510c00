import { expect, test } from 'vitest';
import { SingleFlight } from './single-flight.ts';

test('§15 a double click acts once and both clicks get the one answer', async () => {
  const flight = new SingleFlight<number>();
  let acts = 0;
  const act = async () => ++acts;
  expect(await Promise.all([flight.run('a', act), flight.run('a', act)])).toEqual([1, 1]);
  expect(await flight.run('a', act)).toBe(2);
});

test('§15 other content is another act, and a refused one can be tried again', async () => {
  const flight = new SingleFlight<string>();
  const [one, other] = await Promise.all([
    flight.run('a', async () => 'one'),
    flight.run('b', async () => 'other'),
  ]);
  expect([one, other]).toEqual(['one', 'other']);
  await expect(flight.run('a', () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  expect(await flight.run('a', async () => 'again')).toBe('again');
});
