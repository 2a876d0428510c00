import { expect, test } from 'vitest';
import { exact, toText } from '../kernel/exact-text.ts';
import { type BureauInput, checkBureauQuota } from './bureau-check.ts';
import { checkNominations } from './check-nominations.ts';
import { cutAtCap } from './cut-at-cap.ts';
import { quotaForecast } from './quota-forecast.ts';

const three = { available: exact('3.2'), cap: 3 };

test('R4 nominations within the cap are taken; what is left carries over', () => {
  expect(checkNominations(three, ['a', 'b'])).toEqual({ ok: true, value: { used: 2, left: 1 } });
  expect(checkNominations(three, ['a', 'b', 'c'])).toEqual({ ok: true, value: { used: 3, left: 0 } });
  expect(checkNominations(three, [])).toEqual({ ok: true, value: { used: 0, left: 3 } });
});

test('R4 one too many is refused as a whole: a tie at the cut is for the leader, not the machine', () => {
  expect(checkNominations(three, ['a', 'b', 'c', 'd'])).toEqual({
    ok: false,
    refusals: [
      {
        code: 'quotaExceeded',
        path: 'nominated',
        message: '本单位余额 3.2，可报 3 人，已报 4 人，多出 1 人；请由负责人取舍并写明理由后重报',
      },
    ],
  });
});

test('R4 nobody is nominated twice', () => {
  expect(checkNominations(three, ['a', 'b', 'a'])).toMatchObject({
    refusals: [{ code: 'nominatedTwice', path: 'nominated', message: '“a”报了两次，请删去一次' }],
  });
});

const forecast = (available: string, cap: number) => {
  const { byMinimum, carryIfAllUsed, carryIfUnused, message } = quotaForecast({
    available: exact(available),
    cap,
  });
  return [byMinimum, toText(carryIfAllUsed), toText(carryIfUnused), message];
};
test('R4 before nominating a unit is told what it may use and what carries over', () => {
  expect(forecast('3.2', 3)).toEqual([
    false,
    '0.2',
    '3.2',
    '余额 3.2，可报 3 人；全部用完结转 0.2，一人不报结转 3.2',
  ]);
  expect(forecast('0.8', 1)).toEqual([
    true,
    '-0.2',
    '0.8',
    '余额 0.8，可报 1 人（不足 1 人按 1 人，从以后周期扣回）；全部用完结转 -0.2，一人不报结转 0.8',
  ]);
  expect(forecast('1', 1)[0]).toBe(false);
  expect(forecast('-0.2', 0)).toEqual([false, '-0.2', '-0.2', '余额 -0.2，本周期没有名额；余额结转下一周期']);
});

const bureau = (more: Partial<BureauInput> = {}) => {
  const result = checkBureauQuota({ rate: exact('0.4'), past: [], participants: 10, standing: 5, ...more });
  if (!result.ok) return result.refusals;
  const { available, ...rest } = result.value;
  return { available: toText(available), ...rest };
};
const override = { document: '市局政〔2026〕12 号', reason: '专项任务单位' };

test('R4 five units of two may nominate five, the bureau’s cap is four: publishing is blocked', () => {
  expect(bureau()).toEqual({
    available: '4',
    cap: 4,
    standing: 5,
    excess: 1,
    blocked: true,
    override: null,
    message: '全局余额 4，名额 4 人，拟定 5 人，超出 1 人；须否决 1 人，或者登记批准文件后才能公布',
  });
  expect(bureau({ standing: 4 })).toMatchObject({
    excess: 0,
    blocked: false,
    message: '全局余额 4，名额 4 人，拟定 4 人，未超出',
  });
  expect(bureau({ standing: 3 })).toMatchObject({ excess: 0, blocked: false });
});

test('R4 an override with its approval document lets it pass, and stays visible', () => {
  expect(bureau({ override })).toMatchObject({
    excess: 1,
    blocked: false,
    override,
    message: '全局余额 4，名额 4 人，拟定 5 人，超出 1 人，依据 市局政〔2026〕12 号 公布：专项任务单位',
  });
  const incomplete = [
    { code: 'overrideIncomplete', path: 'override', message: '超出全局名额公布，须登记批准文件和理由' },
  ];
  expect(bureau({ override: { ...override, document: ' ' } })).toEqual(incomplete);
  expect(bureau({ override: { ...override, reason: ' ' } })).toEqual(incomplete);
});

test('R4 the bureau has no minimum of one, and carries over like a unit', () => {
  expect(bureau({ participants: 2, standing: 1 })).toMatchObject({ available: '0.8', cap: 0, blocked: true });
  const past = [
    { participants: 10, published: 3 },
    { participants: 6, published: 2 },
  ];
  expect(bureau({ past })).toMatchObject({ available: '5.4', cap: 5, blocked: false });
});

const cut = (values: readonly number[], cap: number) => {
  const { within, tied, placesLeft, beyond } = cutAtCap(values, (a, b) => a === b, cap);
  return [within, tied, placesLeft, beyond];
};
test('R9 a cap is filled in order; a tie at the cut is left open with its places', () => {
  expect(cut([9, 8, 7], 2)).toEqual([[9, 8], [], 0, [7]]);
  expect(cut([9, 8, 8, 8, 7], 3)).toEqual([[9], [8, 8, 8], 2, [7]]);
  expect(cut([8, 8], 1)).toEqual([[], [8, 8], 1, []]);
  expect(cut([9, 8, 8], 3)).toEqual([[9, 8, 8], [], 0, []]);
  expect(cut([9, 8], 5)).toEqual([[9, 8], [], 0, []]);
  expect(cut([9, 9], 0)).toEqual([[], [], 0, [9, 9]]);
  expect(cut([9, 8, 8, 7], 1)).toEqual([[9], [], 0, [8, 8, 7]]);
});
