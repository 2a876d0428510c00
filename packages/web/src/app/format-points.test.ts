import { expect, test } from 'vitest';
import { scoreWords } from '../components/score-text.tsx';
import { groupedQuantity, signedPoints, signOf } from './format-points.ts';

test('§1 the sign is written, not only coloured; zero has none', () => {
  expect(signedPoints('0.5')).toBe('+0.5');
  expect(signedPoints('-0.50')).toBe('−0.50');
  expect([signedPoints('0'), signedPoints('-0.0'), signOf('0.00')]).toEqual(['0', '0.0', 'zero']);
});

test('§1 not scored, exempt, not applicable and 0 are four different words', () => {
  const shown = [
    scoreWords({ state: 'scored', value: '0' }),
    scoreWords({ state: 'notScored' }),
    scoreWords({ state: 'exempt' }),
    scoreWords({ state: 'notApplicable' }),
  ];
  expect(shown).toEqual(['0', '未评分', '免予考核', '不适用']);
});

test('P5 quantities are grouped, their decimals kept as they are', () => {
  expect(groupedQuantity('1234567.8900')).toBe('1,234,567.8900');
  expect(groupedQuantity('-1000')).toBe('-1,000');
});
