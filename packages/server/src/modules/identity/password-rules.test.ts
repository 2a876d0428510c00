import { expect, test } from 'vitest';
import { generatePassword } from './generate-password.ts';
import { passwordNotice, passwordProblems } from './password-rules.ts';

test('Identity a password needs ten characters, three of four classes, and not the user name', () => {
  expect(passwordProblems('Abcdefg123', 'zhang')).toEqual([]);
  expect(passwordProblems('Abcdef123', 'zhang')).toEqual(['密码至少 10 位']);
  expect(passwordProblems('abcdefgh123', 'zhang')).toHaveLength(1);
  expect(passwordProblems('abcdefgh12!', 'zhang')).toEqual([]);
  expect(passwordProblems('xZhAng12345', 'zhang')).toEqual(['密码不得包含账号名']);
  expect(passwordProblems('zhang', 'zhang')).toHaveLength(3);
});

test('Identity a one-time password keeps the rules and is never the same twice', () => {
  const made = Array.from({ length: 200 }, () => generatePassword());
  expect(new Set(made).size).toBe(200);
  for (const one of made) expect([one, passwordProblems(one, '012345')]).toEqual([one, []]);
});

test('Identity after ninety days the password is to be changed', () => {
  const now = new Date('2026-11-21T00:00:00Z');
  expect(passwordNotice(null, now)).toBeNull();
  expect(passwordNotice(new Date('2026-08-24T00:00:00Z'), now)).toBeNull();
  expect(passwordNotice(new Date('2026-08-23T00:00:00Z'), now)).toContain('90 天');
});
