import { identity, results } from '@mingji/contract';
import { expect, test } from 'vitest';
import { addressOf } from './address.ts';
import { fileNameOf } from './file-name.ts';

test('principle 4: the address of a call comes from the contract, open conditions left out', () => {
  expect(addressOf(identity.listAccounts, { query: { page: 2, text: '张 三', state: undefined } })).toBe(
    '/api/accounts?page=2&text=%E5%BC%A0+%E4%B8%89',
  );
  expect(addressOf(identity.approveAccount, { params: { accountId: 'a/b' } })).toBe(
    '/api/accounts/a%2Fb/approval',
  );
});

test('principle 4: an ending behind a parameter stays, a missing parameter is an error of ours', () => {
  const params = { periodId: 'p', subjectKind: 'unit', subjectId: 'u' };
  expect(addressOf(results.getResult, { params })).toBe('/api/periods/p/results/unit/u');
  expect(() => addressOf(results.getResult, { params: { periodId: 'p' } })).toThrow('subjectKind');
});

test('Documents a download keeps its Chinese name', () => {
  expect(fileNameOf('attachment; filename="x.xlsx"; filename*=UTF-8\'\'%E6%8E%92%E5%90%8D.xlsx', 'a')).toBe(
    '排名.xlsx',
  );
  expect(fileNameOf('attachment; filename="rank.xlsx"', 'a')).toBe('rank.xlsx');
  expect(fileNameOf(null, '排名.xlsx')).toBe('排名.xlsx');
});
