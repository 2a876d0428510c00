import { expect, test } from 'vitest';
import type { FactEntry, Facts } from '../rules/facts.ts';
import { FAMILY_NAMES } from '../rules/family-names.ts';
import type { Indicator } from '../rules/rule-set.ts';
import type { Scoring } from '../rules/scoring.ts';
import {
  entry,
  evaluated,
  factsOf,
  indicator,
  item,
  resultOf,
  ruleSetOf,
  unit,
} from '../test-support/small-rule-set.ts';
import { explain, sentencesOf } from './explain.ts';

interface Golden {
  readonly family: Scoring['family'];
  readonly scoring: Scoring;
  readonly own?: Partial<Indicator>;
  readonly entries: readonly Partial<FactEntry>[];
  readonly facts?: Partial<Facts>;
  readonly sentence: string;
}

const measure = (quantity: string, more: Partial<FactEntry> = {}): Partial<FactEntry> => ({
  kind: 'measure',
  quantity,
  ...more,
});
const late = { code: 'late', name: '迟到', points: '-1' };
const flaw = { code: 'flaw', name: '瑕疵', points: '-0.2', unit: '处' };
const bad = { code: 'bad', name: '不合格卷', points: '-2', unit: '份' };

const golden: readonly Golden[] = [
  {
    family: 'occurrence',
    scoring: { family: 'occurrence', events: [late, { code: 'full', name: '全勤', points: '2' }] },
    entries: [{ event: 'late', quantity: '2' }, { event: 'late' }, { event: 'full' }],
    sentence: '项目：指标扣 1 分（3 次迟到 ×1，1 次全勤 ×+2），计 -1 分',
  },
  {
    family: 'occurrence',
    scoring: { family: 'occurrence', events: [late] },
    own: { cap: '5' },
    entries: [{ quantity: '8' }],
    sentence: '项目：指标扣 5 分（8 次迟到 ×1，加减分以 5 分为限），计 -5 分',
  },
  {
    family: 'band',
    scoring: { family: 'band', min: '-10', max: '-1', unit: '起' },
    entries: [
      { points: '-3', reason: '漏报' },
      { points: '-3', reason: '迟报' },
      { points: '-4', reason: '瞒报' },
    ],
    sentence:
      '项目：指标扣 10 分（2 起 ×3（在 -10 至 -1 分之间评定），1 起 ×4（在 -10 至 -1 分之间评定）），计 -10 分',
  },
  {
    family: 'deductFromFull',
    scoring: { family: 'deductFromFull', events: [flaw, bad] },
    own: { marks: '10' },
    entries: [{ event: 'flaw' }, { event: 'flaw', quantity: '2' }, { event: 'bad' }],
    sentence: '项目 10 分：指标扣 2.6 分（3 处瑕疵 ×0.2，1 份不合格卷 ×2），得 7.4 分',
  },
  {
    family: 'deductFromFull',
    scoring: { family: 'deductFromFull', events: [bad], floor: '4' },
    own: { marks: '10' },
    entries: [{ quantity: '5' }],
    sentence: '项目 10 分：指标扣 6 分（5 份不合格卷 ×2，不低于 4 分），得 4 分',
  },
  {
    family: 'ratio',
    scoring: { family: 'ratio', target: '20', unit: '家次' },
    own: { marks: '10' },
    entries: [measure('17')],
    sentence: '项目 10 分：指标 10 分得 8.5 分（完成 17 家次，目标 20 家次，完成率 85%，×10），得 8.5 分',
  },
  {
    family: 'ratio',
    scoring: { family: 'ratio', target: '20', ceiling: '1.2' },
    own: { marks: '10' },
    entries: [measure('25')],
    sentence: '项目 10 分：指标 10 分得 12 分（完成 25，目标 20，完成率 125%，按 120% 封顶，×10），得 12 分',
  },
  {
    family: 'thresholdRate',
    scoring: {
      family: 'thresholdRate',
      sides: [{ side: 'below', at: '90', step: '1', points: '-0.2' }],
      stepRounding: 'prorata',
    },
    own: { marks: '10' },
    entries: [measure('216', { of: '250' })],
    sentence: '项目 10 分：指标扣 0.72 分（实际 86.4%（216/250），低于 90% 计 3.6，3.6 档 ×0.2），得 9.28 分',
  },
  {
    family: 'thresholdRate',
    scoring: {
      family: 'thresholdRate',
      sides: [{ side: 'above', at: '95', points: '1', inclusive: true }],
    },
    entries: [measure('95')],
    sentence: '项目：指标加 1 分（实际 95%，正好达到 95%，1 档 ×1），计 1 分',
  },
  {
    family: 'tiers',
    scoring: {
      family: 'tiers',
      tiers: [
        { to: '80', points: '0' },
        { from: '80', to: '90', points: '6' },
        { from: '90', points: '10' },
      ],
      unit: '%',
    },
    own: { marks: '10' },
    entries: [measure('85')],
    sentence: '项目 10 分：指标 10 分得 6 分（实际 85%，属第 2 档），得 6 分',
  },
  {
    family: 'tiers',
    scoring: {
      family: 'tiers',
      tiers: [
        { to: '80', points: '-2' },
        { from: '80', points: '3' },
      ],
    },
    entries: [measure('85')],
    sentence: '项目：指标加 3 分（实际 85，属第 2 档），计 3 分',
  },
  {
    family: 'rankBased',
    scoring: {
      family: 'rankBased',
      form: { kind: 'fromTop', first: '50', step: '-2', floor: '0' },
      unit: '起',
    },
    own: { marks: '50' },
    entries: [measure('3'), measure('9', { subject: 'b' })],
    facts: { subjects: [unit('a'), unit('b')] },
    sentence: '项目 50 分：指标 50 分得 48 分（实际 3 起，在 2 个对象中列第 2 位），得 48 分',
  },
  {
    family: 'rankBased',
    scoring: { family: 'rankBased', form: { kind: 'table', places: ['-1'], otherwise: '0' }, better: 'low' },
    entries: [measure('3'), measure('9', { subject: 'b' })],
    facts: { subjects: [unit('a'), unit('b')] },
    sentence: '项目：指标扣 1 分（实际 3，在 2 个对象中列第 1 位），计 -1 分',
  },
  {
    family: 'ladder',
    scoring: {
      family: 'ladder',
      events: [
        { code: 'city', name: '市级表扬', points: '2' },
        { code: 'third', name: '三等功', points: '3' },
      ],
    },
    entries: [
      { event: 'city', matter: 'arrest' },
      { event: 'third', matter: 'arrest' },
    ],
    sentence:
      '项目：指标加 3 分（1 次市级表扬 ×2（同一事项以“三等功”计，不重复计）；1 次三等功 ×3），计 3 分',
  },
  {
    family: 'lateness',
    scoring: { family: 'lateness', by: 'day', points: '-0.5' },
    entries: [{ quantity: '3' }],
    sentence: '项目：指标扣 1.5 分（逾期 3 天 ×0.5），计 -1.5 分',
  },
  {
    family: 'lateness',
    scoring: { family: 'lateness', by: 'workingDay', points: '-1', per: '5', cap: '2' },
    entries: [{ quantity: '21' }, { quantity: '4' }],
    sentence:
      '项目：指标扣 3 分（逾期 21 个工作日，5 档 ×1，以 2 分为限；逾期 4 个工作日，1 档 ×1），计 -3 分',
  },
  {
    family: 'assessment',
    scoring: {
      family: 'assessment',
      full: '100',
      groups: [
        { code: 'l', name: '领导', weight: '60%' },
        { code: 'm', name: '群众', weight: '40%' },
      ],
    },
    own: { marks: '10' },
    entries: [
      { kind: 'vote', group: 'l', quantity: '90' },
      { kind: 'vote', group: 'm', quantity: '80' },
    ],
    sentence: '项目 10 分：指标 10 分得 8.6 分（测评平均 86（2 票），单票满分 100），得 8.6 分',
  },
  {
    family: 'escalation',
    scoring: { family: 'escalation', steps: [{ points: '-3' }, { points: '-5' }] },
    entries: [{ at: '2026-09-02' }, { at: '2026-09-03' }],
    sentence: '项目：指标扣 8 分（第 1 次 ×3，第 2 次 ×5），计 -8 分',
  },
  {
    family: 'allOrNothing',
    scoring: { family: 'allOrNothing', events: [late], times: 5 },
    own: { marks: '10' },
    entries: [{ quantity: '4' }, {}],
    sentence: '项目 10 分：指标扣 10 分（5 次迟到 ×1；达到清零条件，本指标不得分），得 0 分',
  },
  {
    family: 'controlNumber',
    scoring: { family: 'controlNumber', target: '20', first: '-3', step: '10%', points: '-0.5', unit: '起' },
    own: { marks: '10' },
    entries: [measure('25')],
    sentence:
      '项目 10 分：指标扣 4 分（实际 25 起，控制数 20 起，超 25%，首次超出 -3 分，2 档 ×0.5），得 6 分',
  },
  {
    family: 'relativeToMean',
    scoring: {
      family: 'relativeToMean',
      sides: [{ side: 'below', at: '-40', points: '-1' }],
      unit: '件',
    },
    entries: [measure('2'), measure('8', { subject: 'b' })],
    facts: { subjects: [unit('a'), unit('b')] },
    sentence: '项目：指标扣 1 分（实际 2 件，平均 5 件，偏离 -60%，低于 -40% 计 20，1 档 ×1），计 -1 分',
  },
  {
    family: 'target',
    scoring: { family: 'target', target: '5', short: '-0.2', unit: '条' },
    own: { marks: '10' },
    entries: [measure('3')],
    sentence: '项目 10 分：指标扣 0.4 分（完成 3 条，目标 5 条，少 2 条，2 档 ×0.2），得 9.6 分',
  },
  {
    family: 'target',
    scoring: { family: 'target', target: '5', short: '-0.2', done: '1', unit: '条' },
    entries: [measure('6')],
    sentence: '项目：指标加 1 分（完成 6 条，目标 5 条，已完成），计 1 分',
  },
  {
    family: 'imported',
    scoring: { family: 'imported', weight: '60%' },
    entries: [
      { kind: 'score', quantity: '88' },
      { kind: 'score', quantity: '90.5' },
      { kind: 'score', quantity: '95' },
    ],
    sentence: '项目：指标得 54.7 分（引用 3 个得分，平均 547/6（约 91.17），×60%），计 54.7 分',
  },
  {
    family: 'effectOnly',
    scoring: { family: 'effectOnly', effect: { kind: 'gradeCeiling', grade: '一般' } },
    entries: [{ reason: '督察通报〔2026〕3号' }],
    sentence: '项目：指标不计分（1 次指标，后果为“等次受限”），计 0 分',
  },
];

function told({ scoring, own = {}, entries, facts = {} }: Golden): string {
  const marks = own.marks === undefined ? {} : { marks: own.marks };
  const rules = ruleSetOf([
    item('p', [indicator('x', scoring, { name: '指标', ...own })], {
      name: '项目',
      allowExcess: true,
      ...marks,
    }),
  ]);
  const { trace } = resultOf(
    evaluated(
      rules,
      factsOf(
        entries.map((more) => entry('x', more)),
        facts,
      ),
    ),
  );
  if (trace === null) throw new Error('no trace');
  return sentencesOf(explain(trace))[1] ?? '';
}

test.each(golden)('X1 a $family is told: $sentence', (each) => {
  expect(told(each)).toBe(each.sentence);
});

test('X1 every family has its sentence here', () => {
  expect(new Set(golden.map((each) => each.family))).toEqual(new Set(Object.keys(FAMILY_NAMES)));
});
