import { expect, test } from 'vitest';
import { passwordRules } from './password-rules.ts';

const broken = (wanted: string) =>
  passwordRules(wanted, 'wang', 'Old-pass-01')
    .filter((rule) => !rule.met)
    .map((rule) => rule.key);

test('Identity the rules of a new password are ticked off while typing', () => {
  expect(broken('Abc12')).toEqual(['length']);
  expect(broken('abcdefghij')).toEqual(['kinds']);
  expect(broken('xWANG-12345')).toEqual(['name']);
  expect(broken('Old-pass-01')).toEqual(['new']);
  expect(broken('River-stone-7')).toEqual([]);
});
