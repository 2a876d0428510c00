import { expect, test } from 'vitest';
import { pilotReaches, takesPartFrom, takesPartOn } from './activation.ts';
import { markedLabel } from './period-marks.ts';

const pilot = [
  { unitPath: 'city/a/', from: '2026-03-01', to: '2026-06-30' },
  { unitPath: 'city/b/station/', from: '2026-09-01', to: null },
];

test('P20 a bureau without activations is appraised as a whole', () => {
  expect(takesPartOn([], 'city/c/', '2026-01-01')).toBe(true);
});

test('P20 a unit takes part with everything below it, from its first to its last day', () => {
  expect(takesPartOn(pilot, 'city/a/', '2026-02-28')).toBe(false);
  expect(takesPartOn(pilot, 'city/a/station/', '2026-03-01')).toBe(true);
  expect(takesPartOn(pilot, 'city/a/', '2026-06-30')).toBe(true);
  expect(takesPartOn(pilot, 'city/a/', '2026-07-01')).toBe(false);
  expect(takesPartOn(pilot, 'city/b/', '2026-10-01')).toBe(false);
});

test('P20 a target of the year passes through a unit that has a pilot below it, and through no other', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };
  expect(pilotReaches(pilot, 'city/', year)).toBe(true);
  expect(pilotReaches(pilot, 'city/b/', year)).toBe(true);
  expect(pilotReaches(pilot, 'city/b/station/squad/', year)).toBe(true);
  expect(pilotReaches(pilot, 'city/c/', year)).toBe(false);
  expect(pilotReaches(pilot, 'city/a/', { from: '2026-07-01', to: '2026-12-31' })).toBe(false);
  expect(pilotReaches([], 'city/c/', year)).toBe(true);
});

test('P20 who does not take part yet is told since when', () => {
  expect(takesPartFrom(pilot, 'city/b/station/', '2026-08-01')).toBe('2026-09-01');
  expect(takesPartFrom(pilot, 'city/a/', '2026-07-01')).toBeNull();
  expect(takesPartFrom(pilot, 'city/c/', '2026-07-01')).toBeNull();
});

test('P20 a label carries its marks once, however often it is marked', () => {
  const trial = markedLabel('2026年10月', { trial: true, backEntry: false });
  expect(trial).toBe('2026年10月（试运行）');
  expect(markedLabel(trial, { trial: true, backEntry: true })).toBe('2026年10月（补录）（试运行）');
  expect(markedLabel(trial, { trial: false, backEntry: false })).toBe('2026年10月');
});
