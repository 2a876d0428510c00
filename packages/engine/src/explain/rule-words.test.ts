import { expect, test } from 'vitest';
import { FAMILY_NAMES } from '../rules/family-names.ts';
import type { Scoring } from '../rules/scoring.ts';
import { ruleWords } from './rule-words.ts';

const absent = { code: 'a', name: '抽查不在位', points: '-1', unit: '次' };

test('X7 a deduction reads as the paper rule does', () => {
  expect(ruleWords({ marks: '3', scoring: { family: 'deductFromFull', events: [absent] } })).toEqual([
    '满分 3 分起扣',
    '抽查不在位：每次扣 1 分',
  ]);
});

test('X7 a ratio names its ceiling, and a target what is short', () => {
  expect(
    ruleWords({ marks: '12', scoring: { family: 'ratio', ceiling: '1.2', target: '96', unit: '起' } }),
  ).toEqual(['完成数 ÷ 目标数 × 12 分，完成率最高按 120% 计', '未单独下达的，目标数为 96 起']);
  expect(ruleWords({ scoring: { family: 'target', done: '2', short: '-0.5', unit: '人' } })).toEqual([
    '按时完成加 2 分',
    '每少 1 人扣 0.5 分',
    '逾期完成不计',
  ]);
});

test('X7 every family has words, and an unreadable number is shown as it was typed', () => {
  const samples: Record<Scoring['family'], Scoring> = {
    occurrence: { family: 'occurrence', events: [absent] },
    band: { family: 'band', min: '-10', max: '-1' },
    deductFromFull: { family: 'deductFromFull', events: [absent] },
    ratio: { family: 'ratio' },
    target: { family: 'target', short: '-0.5' },
    thresholdRate: {
      family: 'thresholdRate',
      sides: [{ side: 'below', at: '90', step: '1', points: '-0.2' }],
    },
    controlNumber: { family: 'controlNumber', first: '-3', step: '10%', points: '-0.5' },
    allOrNothing: { family: 'allOrNothing', events: [absent], times: 5 },
    imported: { family: 'imported', weight: '60%' },
    tiers: { family: 'tiers', tiers: [{ from: '90', points: '10' }, { points: '0' }] },
    rankBased: { family: 'rankBased', form: { kind: 'fromTop', first: '50', step: '-2', floor: '0' } },
    ladder: { family: 'ladder', events: [absent] },
    lateness: { family: 'lateness', by: 'workingDay', points: '-1', cap: '5', voidAfter: 10 },
    escalation: {
      family: 'escalation',
      steps: [{ points: '-3' }, { points: '-5', effect: { kind: 'noGrade' } }],
    },
    relativeToMean: { family: 'relativeToMean', sides: [{ side: 'above', at: '50', points: '1' }] },
    assessment: { family: 'assessment', full: '100', groups: [{ code: 'l', name: '领导', weight: '0.6' }] },
    effectOnly: { family: 'effectOnly', effect: { kind: 'gradeCeiling', grade: '一般' } },
  };
  expect(Object.keys(samples).sort()).toEqual(Object.keys(FAMILY_NAMES).sort());
  for (const scoring of Object.values(samples)) {
    const lines = ruleWords({ marks: '10', scoring });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('')).not.toMatch(/undefined|NaN|null/);
  }
  expect(ruleWords({ scoring: { family: 'band', min: '-十', max: '0' } })[0]).toContain('-十');
});

test('X7 a multiplier says when it applies by itself', () => {
  const scoring: Scoring = { family: 'occurrence', events: [absent] };
  const multipliers = [
    { code: 'own', name: '自查发现', factor: '0.5' },
    { code: 'again', name: '屡查屡犯', factor: '2', when: { kind: 'repeat', withinDays: 30 } },
    {
      code: 'guard',
      name: '安保期间',
      factor: '3',
      when: { kind: 'during', from: '2026-09-20', to: '2026-10-08' },
    },
  ] as const;
  expect(ruleWords({ scoring, multipliers }).slice(-3)).toEqual([
    '自查发现：按 0.5 倍计',
    '屡查屡犯：30 日内再次发生的，按 2 倍计',
    '安保期间：2026年9月20日至2026年10月8日发生的，按 3 倍计',
  ]);
});

test('X7 places say what each one costs or brings, and an automatic multiplier says when it comes', () => {
  const rank = (form: Extract<Scoring, { family: 'rankBased' }>['form']) =>
    ruleWords({ scoring: { family: 'rankBased', form } }).at(-1);
  expect(rank({ kind: 'fromTop', first: '50', step: '-2', floor: '0' })).toBe(
    '第一名 50 分，每退一名扣 2 分，最低 0 分',
  );
  expect(rank({ kind: 'fromBottom', last: '1', step: '2', ceiling: '9' })).toBe(
    '末位 1 分，每进一名加 2 分，最高 9 分',
  );
  const scoring: Scoring = { family: 'occurrence', events: [absent] };
  const multipliers = [
    { code: 'own', name: '自查', factor: '0.5' },
    { code: 'again', name: '再犯', factor: '2', when: { kind: 'repeat', withinDays: 30 } },
    {
      code: 'x',
      name: '安保期',
      factor: '1.5',
      when: { kind: 'during', from: '2026-09-20', to: '2026-10-08' },
    },
  ] as const;
  expect(ruleWords({ scoring, multipliers }).slice(1)).toEqual([
    '自查：按 0.5 倍计',
    '再犯：30 日内再次发生的，按 2 倍计',
    '安保期：2026年9月20日至2026年10月8日发生的，按 1.5 倍计',
  ]);
});

test('X7 a step, a threshold and a tier stand apart from their units and verbs, a percent sign does not', () => {
  const side = (unit: string | undefined, step?: string) =>
    ruleWords({
      scoring: {
        family: 'thresholdRate',
        ...(unit === undefined ? {} : { unit }),
        sides: [{ side: 'below', at: '95', ...(step === undefined ? {} : { step }), points: '-0.2' }],
      },
    });
  expect(side(undefined, '1')).toEqual(['低于 95，每 1 扣 0.2 分']);
  expect(side('%', '1')).toEqual(['低于 95%，每 1% 扣 0.2 分']);
  expect(side('户', '5')).toEqual(['低于 95 户，每 5 户扣 0.2 分']);
  expect(side('%')).toEqual(['低于 95%，扣 0.2 分']);
  expect(ruleWords({ scoring: { family: 'controlNumber', step: '10%', points: '-0.5' } })).toEqual([
    '超过部分每 10% 扣 0.5 分',
  ]);
  expect(ruleWords({ scoring: { family: 'target', per: '10', short: '-1', target: '20' } })).toEqual([
    '每少 10 扣 1 分',
    '逾期完成不计',
    '未单独下达的，目标数为 20',
  ]);
  const tiers = (unit: string) =>
    ruleWords({ scoring: { family: 'tiers', unit, tiers: [{ from: '60', to: '90', points: '5' }] } });
  expect(tiers('%')).toEqual(['60% 以上（含）、90% 以下（不含）：5 分']);
  expect(tiers('户')).toEqual(['60 户以上（含）、90 户以下（不含）：5 分']);
});

test('X7 an assessment tells the votes it leaves out, and only those', () => {
  const full = (drops: { dropHighest?: number; dropLowest?: number }) =>
    ruleWords({
      scoring: {
        family: 'assessment',
        full: '100',
        groups: [{ code: 'l', name: '领导', weight: '0.6' }],
        ...drops,
      },
    });
  expect(full({})).toEqual(['领导 权重 60%', '满分 100 分']);
  expect(full({ dropHighest: 1, dropLowest: 2 }).at(-1)).toBe('满分 100 分，去掉 1 个最高分、2 个最低分');
  expect(full({ dropHighest: 1 }).at(-1)).toBe('满分 100 分，去掉 1 个最高分');
  expect(full({ dropLowest: 1 }).at(-1)).toBe('满分 100 分，去掉 1 个最低分');
});

test('P2 the roles of an event are told by the names that the method gives them', () => {
  const event = { code: 'e', name: '化解纠纷', points: '1', unit: '起' };
  const byRole = [
    { role: 'lead', points: '0.6' },
    { role: 'assist', points: '0.4' },
  ];
  const scoring = { family: 'occurrence', events: [{ ...event, byRole }] } as const;
  const roles = [
    { code: 'lead', name: '主办', goesTo: 'reporter' },
    { code: 'assist', name: '协办', goesTo: 'named' },
  ] as const;
  expect(ruleWords({ scoring }, { roles })).toEqual([
    '化解纠纷：每起加 1 分（主办加 0.6 分，协办加 0.4 分）',
  ]);
  expect(ruleWords({ scoring })).toEqual(['化解纠纷：每起加 1 分（lead加 0.6 分，assist加 0.4 分）']);
});
