import { type LowerPart, type Result, ROUNDING_MODES, type RuleSet } from '@mingji/engine';
import { z } from 'zod';
import { appraisalFormat, extendsFormat, openingFormat } from './appraisal-format.ts';
import { parseFormat } from './format-refusals.ts';
import {
  codeText,
  dayText,
  decimalText,
  positiveDecimalText,
  rateText,
  scoringFormat,
  words,
} from './scoring-format.ts';
import { sharingFormat } from './sharing-format.ts';

const better = z.enum(['high', 'low']).exactOptional();
const kind = z.enum(['officer', 'unit']);

const multiplierWhen = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('repeat'), withinDays: z.int('应为整数').min(1).max(3660) }),
  z.strictObject({ kind: z.literal('during'), from: dayText, to: dayText }),
]);

export const clauseFormat = z.strictObject({
  id: codeText,
  text: z.string().trim().min(1, '请写条款原文').max(4000, '最多 4000 字'),
  source: words.exactOptional(),
});

export const indicatorFormat = z.strictObject({
  code: codeText,
  name: words,
  clause: codeText,
  /** An empty owner is told by the check, with its place, and not by the format. */
  owner: z.string().max(200, '最多 200 字'),
  evidence: words.exactOptional(),
  marks: decimalText.exactOptional(),
  cap: decimalText.exactOptional(),
  floorAtLeaf: z.boolean().exactOptional(),
  allowExcess: z.boolean().exactOptional(),
  subjects: z
    .strictObject({
      kinds: z.array(kind).min(1).max(2).exactOptional(),
      sequences: z.array(words).min(1).max(100).exactOptional(),
    })
    .exactOptional(),
  multipliers: z
    .array(
      z.strictObject({
        code: codeText,
        name: words,
        factor: rateText,
        when: multiplierWhen.exactOptional(),
        clause: codeText.exactOptional(),
      }),
    )
    .max(20)
    .exactOptional(),
  scoring: scoringFormat,
});

export const itemFormat = z.strictObject({
  code: codeText,
  name: words,
  clause: codeText.exactOptional(),
  marks: decimalText.exactOptional(),
  low: decimalText.exactOptional(),
  high: decimalText.exactOptional(),
  allowExcess: z.boolean().exactOptional(),
  floorAtLeaf: z.boolean().exactOptional(),
  opens: openingFormat.exactOptional(),
  indicators: z.array(indicatorFormat).max(500, '一个项目最多 500 个指标'),
});

export const moduleFormat = z.strictObject({
  code: codeText,
  name: words,
  weight: rateText.exactOptional(),
  low: decimalText.exactOptional(),
  high: decimalText.exactOptional(),
  items: z.array(itemFormat).max(200, '一个模块最多 200 个项目'),
});

const rankingFormat = z.strictObject({
  tieBreakers: z
    .array(
      z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('item'), code: codeText, better }),
        z.strictObject({ by: z.literal('indicator'), code: codeText, better }),
        z.strictObject({ by: z.literal('fewerDeductions') }),
      ]),
    )
    .max(20)
    .exactOptional(),
  minGroup: z.int('应为整数').min(1).max(10_000).exactOptional(),
});

const aggregationFormat = z.strictObject({
  kind: z.enum(['sum', 'mean', 'weighted', 'last']),
  minPeriods: z.int('应为整数').min(1).max(400).exactOptional(),
  weights: z
    .array(z.strictObject({ period: words, weight: rateText }))
    .max(400)
    .exactOptional(),
  missing: z.enum(['skip', 'zero']).exactOptional(),
});

/** `mingji/rule-set@1`: a whole appraisal method as data, with the text of its clauses beside the rules. */
export const ruleSetFormat = z.strictObject({
  format: z.literal('mingji/rule-set@1'),
  id: codeText,
  name: words,
  version: words,
  mode: z.enum(['percentage', 'accumulating']),
  totalMarks: positiveDecimalText.exactOptional(),
  appraises: z.array(kind).min(1, '至少写一种考核对象').max(2),
  rounding: z
    .union([
      z.literal('none'),
      z.strictObject({ digits: z.int('应为整数').min(0).max(20), mode: z.enum(ROUNDING_MODES) }),
    ])
    .exactOptional(),
  notApplicable: z.enum(['rescale', 'full']).exactOptional(),
  ranking: rankingFormat.exactOptional(),
  sequences: z
    .array(z.strictObject({ code: codeText, name: words, kind, clause: codeText.exactOptional() }))
    .min(1, '至少写一个序列')
    .max(100)
    .exactOptional(),
  matters: z
    .strictObject({
      mixedSigns: z.enum(['separate', 'maxOnly', 'manual']).exactOptional(),
      split: z.enum(['fixedTotal', 'each']).exactOptional(),
    })
    .exactOptional(),
  aggregation: aggregationFormat.exactOptional(),
  ...sharingFormat,
  ...appraisalFormat,
  clauses: z.array(clauseFormat).max(2000, '最多 2000 条条款'),
  modules: z.array(moduleFormat).max(50, '最多 50 个模块'),
});
export type RuleSetFormat = z.infer<typeof ruleSetFormat>;

/** What a lower method writes of an item: everything left out is the upper's (§16). */
const itemPartFormat = itemFormat.extend({
  name: words.exactOptional(),
  indicators: itemFormat.shape.indicators.exactOptional(),
});
const modulePartFormat = moduleFormat.extend({
  name: words.exactOptional(),
  items: z.array(itemPartFormat).max(200, '一个模块最多 200 个项目').exactOptional(),
});

/** A method with `extends`: only its own parts; a whole one fits as well. */
export const lowerPartFormat = ruleSetFormat.extend({
  extends: extendsFormat,
  mode: ruleSetFormat.shape.mode.exactOptional(),
  appraises: ruleSetFormat.shape.appraises.exactOptional(),
  clauses: ruleSetFormat.shape.clauses.exactOptional(),
  modules: z.array(modulePartFormat).max(50, '最多 50 个模块').exactOptional(),
});

/** Reads a rule set from plain data (YAML or JSON); every fault at once, with its place and what is allowed. */
export function parseRuleSet(value: unknown): Result<RuleSet> {
  return parseFormat(ruleSetFormat, value);
}

/** Reads a file of a method under another one; `inherit` makes it whole. */
export function parseLowerPart(value: unknown): Result<LowerPart> {
  return parseFormat(lowerPartFormat, value);
}

/** Whether plain data is a method under another one, however it is otherwise written. */
export function hasUpper(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'extends' in value;
}
