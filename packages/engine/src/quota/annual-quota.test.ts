import { expect, test } from 'vitest';
import { exact, toText } from '../kernel/exact-text.ts';
import { type AnnualQuotaInput, annualQuota } from './annual-quota.ts';
import { mergeBalances, splitBalance } from './reorganize-balances.ts';

const rules = {
  rate: '20%',
  raisedRate: '25%',
  pools: [{ code: 'leaders', name: '领导成员' }],
};
const of = (input: AnnualQuotaInput, own: Parameters<typeof annualQuota>[0] = rules) => {
  const result = annualQuota(own, input);
  if (result.ok) return result.value;
  for (const { message } of result.refusals) expect(message).toMatch(/\p{Script=Han}/u);
  return result.refusals.map(({ code, path }) => [code, path]);
};

test('R9 47 at 20 % are 9, at 25 % with approval 11', () => {
  expect(of({ participants: 47 })).toEqual({
    pool: null,
    rate: exact('0.2'),
    participants: 47,
    cap: 9,
    approval: null,
    message: '应参加 47 人 × 0.2，取整数，名额 9 人',
  });
  expect(of({ participants: 47, approval: '省公务员局〔2026〕3 号' })).toEqual({
    pool: null,
    rate: exact('0.25'),
    participants: 47,
    cap: 11,
    approval: '省公务员局〔2026〕3 号',
    message: '应参加 47 人 × 0.25（依据 省公务员局〔2026〕3 号），取整数，名额 11 人',
  });
  expect([5, 4, 0].map((participants) => of({ participants }))).toMatchObject([
    { cap: 1 },
    { cap: 0 },
    { cap: 0 },
  ]);
});

test('R9 leaders have a pool of their own', () => {
  expect(of({ participants: 12, pool: 'leaders' })).toMatchObject({
    pool: 'leaders',
    cap: 2,
    message: '领导成员应参加 12 人 × 0.2，取整数，名额 2 人',
  });
  expect(of({ participants: 12, pool: 'auxiliaries' })).toEqual([['poolUnknown', 'pool']]);
  expect(of({ participants: 12, pool: 'leaders' }, { rate: '0.2' })).toEqual([['poolUnknown', 'pool']]);
});

test('R9 no raised rate without a document, none where the rule set has none', () => {
  expect(of({ participants: 47, approval: ' ' })).toEqual([['approvalMissing', 'approval']]);
  expect(of({ participants: 47, approval: 'x' }, { rate: '0.2' })).toEqual([
    ['raisedRateMissing', 'approval'],
  ]);
});

test('R9 a wrong number of people or a wrong rate is refused with its place', () => {
  expect(of({ participants: -1 })).toEqual([['countMalformed', 'participants']]);
  expect(of({ participants: 1.5 })).toEqual([['countMalformed', 'participants']]);
  expect(of({ participants: 1 }, { rate: '2' })).toEqual([['rateOutOfRange', 'year.quota.rate']]);
  expect(of({ participants: 1, approval: 'x' }, { rate: '0.2', raisedRate: '2' })).toEqual([
    ['rateOutOfRange', 'year.quota.raisedRate'],
  ]);
});

test('R4 merged units add their balances, debts included, and the log says so', () => {
  const from = [
    { unit: '城东所', balance: exact('0.6') },
    { unit: '城西所', balance: exact('-0.8') },
  ];
  expect(mergeBalances('城关所', from)).toEqual({
    kind: 'quotaMerged',
    from,
    to: [{ unit: '城关所', balance: exact('-0.2') }],
    message: '名额余额合并：城东所 0.6、城西所 -0.8 → 城关所 -0.2',
  });
});

test('R4 a split divides by head count, exactly', () => {
  const from = { unit: '城关所', balance: exact('1') };
  const into = [
    { unit: '城东所', headCount: 2 },
    { unit: '城西所', headCount: 1 },
    { unit: '城北所', headCount: 0 },
  ];
  const result = splitBalance(from, into);
  if (!result.ok) throw new Error('refused');
  expect(result.value.kind).toBe('quotaSplit');
  expect(result.value.from).toEqual([from]);
  expect(result.value.to.map(({ unit, balance }) => [unit, toText(balance)])).toEqual([
    ['城东所', '2/3'],
    ['城西所', '1/3'],
    ['城北所', '0'],
  ]);
  expect(result.value.message).toBe('名额余额按人数分开：城关所 1 → 城东所 2/3、城西所 1/3、城北所 0');
});

test.each([[[0, 0]], [[-1, 2]], [[1.5, 1]], [[]]])('R4 head counts %j cannot divide a balance', (heads) => {
  const into = heads.map((headCount, at) => ({ unit: `u${at}`, headCount }));
  expect(splitBalance({ unit: 'u', balance: exact('1') }, into)).toMatchObject({
    ok: false,
    refusals: [{ code: 'headCountMalformed', path: 'into', message: expect.stringContaining('人数') }],
  });
});
