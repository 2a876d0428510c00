import { expect, test } from 'vitest';
import { KeptContents } from './kept-contents.ts';

function reader() {
  const read: string[] = [];
  const of = (kept: KeptContents<string>, key: string, bytes = 10) =>
    kept.of(key, async () => {
      read.push(key);
      return { value: `content of ${key}`, bytes };
    });
  return { read, of };
}

test('P14 a sealed content is read once, also by many who ask at the same time', async () => {
  const { read, of } = reader();
  const kept = new KeptContents<string>(100);
  const all = await Promise.all([of(kept, 'a'), of(kept, 'a'), of(kept, 'a')]);
  expect([...all, await of(kept, 'a')]).toEqual(Array(4).fill('content of a'));
  expect(read).toEqual(['a']);
});

test('P14 beyond the limit the longest unused is forgotten, the newest stays however heavy', async () => {
  const { read, of } = reader();
  const kept = new KeptContents<string>(25);
  for (const key of ['a', 'b', 'a', 'c']) await of(kept, key);
  await of(kept, 'a');
  expect(read).toEqual(['a', 'b', 'c']);
  await of(kept, 'b');
  expect(read).toEqual(['a', 'b', 'c', 'b']);
  await of(kept, 'heavy', 1000);
  await of(kept, 'heavy', 1000);
  await of(kept, 'a');
  expect(read).toEqual(['a', 'b', 'c', 'b', 'heavy', 'a']);
});

test('P14 a reading that failed is tried again', async () => {
  const kept = new KeptContents<string>(100);
  await expect(kept.of('a', () => Promise.reject(new Error('damaged')))).rejects.toThrow('damaged');
  expect(await kept.of('a', async () => ({ value: 'whole', bytes: 1 }))).toBe('whole');
});
