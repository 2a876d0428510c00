import { expect, test } from 'vitest';
import { nearestSequence, type SequencePlace } from './sequence-of-path.ts';

const place = (sequenceCode: string): SequencePlace => ({
  sequenceCode,
  sequenceName: sequenceCode,
  groupCode: '',
  exempt: false,
});

test('§7 an officer of a squad is ranked in the sequence of the station above it', () => {
  const places = new Map([
    ['city/', place('all')],
    ['city/station/', place('stations')],
  ]);
  expect(nearestSequence('city/station/squad/', places)?.sequenceCode).toBe('stations');
  expect(nearestSequence('city/station/', places)?.sequenceCode).toBe('stations');
  expect(nearestSequence('city/other/', places)?.sequenceCode).toBe('all');
});

test('§7 a code that only begins alike is another unit', () => {
  const places = new Map([['city/a/', place('a')]]);
  expect(nearestSequence('city/ab/', places)).toBeNull();
});
