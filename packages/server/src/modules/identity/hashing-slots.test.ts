import { expect, test } from 'vitest';
import { createSlots, nobodysHash, withHasher } from './hashing-slots.ts';

test('Identity an unknown name costs the same hashing as a known one', async () => {
  const made = await withHasher((hasher) => hasher.hash('Any-password-1'));
  const parametersOf = (hash: string) => hash.split('$').slice(0, 4);
  expect(parametersOf(made)).toEqual(['', 'argon2id', 'v=19', 'm=19456,t=2,p=1']);
  expect(parametersOf(nobodysHash)).toEqual(parametersOf(made));
});

test('Identity a password verifies against its own hash only, and nobody’s never', async () => {
  const found = await withHasher(async (hasher) => {
    const hash = await hasher.hash('Any-password-1');
    return [
      await hasher.verify(hash, 'Any-password-1'),
      await hasher.verify(hash, 'Any-password-2'),
      await hasher.verifyNobody('Any-password-1'),
    ];
  });
  expect(found).toEqual([true, false, false]);
});

test('Identity hashing is done two at a time, in order; who comes when the queue is full is told', async () => {
  const inSlot = createSlots(2, 3);
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const works = [0, 1, 2, 3, 4].map((n) =>
    inSlot(async () => {
      started.push(n);
      await new Promise<void>((resolve) => ends.push(resolve));
    }),
  );
  await Promise.resolve();
  expect(started).toEqual([0, 1]);
  await expect(inSlot(async () => 'late')).rejects.toMatchObject({ code: 'tooMany' });
  while (ends.length > 0) {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(works);
  expect(started).toEqual([0, 1, 2, 3, 4]);
});

test('Identity work that fails gives its slot back', async () => {
  const inSlot = createSlots(1, 1);
  await expect(inSlot(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(inSlot(async () => 'next')).resolves.toBe('next');
});
