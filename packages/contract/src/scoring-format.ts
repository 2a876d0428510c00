import { EFFECT_KINDS, parseDay } from '@mingji/engine';
import { z } from 'zod';

/** Decimals are text, so that no binary float stands between the paper and the number (§1). */
export const decimalText = z
  .string()
  .regex(/^[+-]?(0|[1-9]\d{0,29})(\.\d{1,20})?$/, '应写成十进制数的文本，例如 "12" 或 "-0.5"');
export const positiveDecimalText = z
  .string()
  .regex(
    /^\+?(?=[^1-9]*[1-9])(0|[1-9]\d{0,29})(\.\d{1,20})?$/,
    '应写成大于 0 的十进制数的文本，例如 "12" 或 "0.5"',
  );
export const rateText = z
  .string()
  .regex(
    /^(?:[+-]?(?:0|[1-9]\d{0,29})(?:\.\d{1,20})?%?|[+-]?(?:0|[1-9]\d{0,29})\/[1-9]\d{0,29})$/,
    '应写成比率的文本，例如 "0.4"、"40%" 或 "2/5"',
  );
export const codeText = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u, '代码由字母、数字、汉字和 . _ - 组成，最多 80 字');
export const dayText = z
  .string()
  .refine((text) => parseDay(text) !== undefined, '应写成真实存在的日期，例如 2026-09-25');
export const words = z.string().trim().min(1, '不能为空').max(2000, '最多 2000 字');
const count = (most: number) => z.int('应为整数').min(1, '至少为 1').max(most, `最多为 ${most}`);
const optionalCount = (most: number) => z.int('应为整数').min(0, '不能为负').max(most, `最多为 ${most}`);

export const effectFormat = z.strictObject({
  kind: z.enum(EFFECT_KINDS),
  grade: words.exactOptional(),
  comment: z.boolean().exactOptional(),
  months: count(120).exactOptional(),
  points: decimalText.exactOptional(),
  item: codeText.exactOptional(),
  clause: codeText.exactOptional(),
});

export const namedEventFormat = z.strictObject({
  code: codeText,
  name: words,
  points: decimalText,
  unit: words.exactOptional(),
  clause: codeText.exactOptional(),
  byRole: z
    .array(z.strictObject({ role: codeText, points: decimalText }))
    .max(20)
    .exactOptional(),
});
const events = z.array(namedEventFormat).min(1, '至少写一个情形').max(100, '最多 100 个情形');

const measure = {
  unit: words.exactOptional(),
  absent: z.enum(['notScored', 'zero', 'full']).exactOptional(),
  combine: z.enum(['sum', 'mean', 'last']).exactOptional(),
};
const stepRounding = z.enum(['floor', 'ceil', 'prorata']).exactOptional();
const sides = z
  .array(
    z.strictObject({
      side: z.enum(['below', 'above']),
      at: decimalText,
      step: positiveDecimalText.exactOptional(),
      points: decimalText,
      inclusive: z.boolean().exactOptional(),
    }),
  )
  .min(1, '至少写一条线')
  .max(10);

const families = [
  z.strictObject({ family: z.literal('occurrence'), events }),
  z.strictObject({
    family: z.literal('band'),
    min: decimalText,
    max: decimalText,
    unit: words.exactOptional(),
  }),
  z.strictObject({ family: z.literal('deductFromFull'), events, floor: decimalText.exactOptional() }),
  z.strictObject({
    family: z.literal('ratio'),
    ...measure,
    ceiling: rateText.exactOptional(),
    target: positiveDecimalText.exactOptional(),
  }),
  z.strictObject({
    family: z.literal('target'),
    ...measure,
    done: decimalText.exactOptional(),
    short: decimalText,
    per: positiveDecimalText.exactOptional(),
    stepRounding,
    late: z.enum(['notCounted', 'counted', 'latePoints']).exactOptional(),
    latePoints: decimalText.exactOptional(),
    target: positiveDecimalText.exactOptional(),
  }),
  z.strictObject({
    family: z.literal('thresholdRate'),
    ...measure,
    sides,
    stepRounding,
    scale: positiveDecimalText.exactOptional(),
  }),
  z.strictObject({
    family: z.literal('controlNumber'),
    ...measure,
    first: decimalText.exactOptional(),
    step: rateText,
    points: decimalText,
    stepsFrom: z.enum(['base', 'firstOverrun']).exactOptional(),
    stepRounding,
    target: positiveDecimalText.exactOptional(),
  }),
  z.strictObject({
    family: z.literal('allOrNothing'),
    events,
    times: count(1000),
    empties: z.enum(['indicator', 'item']).exactOptional(),
  }),
  z.strictObject({
    family: z.literal('imported'),
    combine: measure.combine,
    missing: z.enum(['skip', 'zero']).exactOptional(),
    weight: rateText.exactOptional(),
  }),
  z.strictObject({
    family: z.literal('tiers'),
    ...measure,
    tiers: z
      .array(
        z.strictObject({
          from: decimalText.exactOptional(),
          to: decimalText.exactOptional(),
          includeFrom: z.boolean().exactOptional(),
          includeTo: z.boolean().exactOptional(),
          points: decimalText,
        }),
      )
      .min(1, '至少写一档')
      .max(100),
    scale: positiveDecimalText.exactOptional(),
  }),
  z.strictObject({
    family: z.literal('rankBased'),
    ...measure,
    better: z.enum(['high', 'low']).exactOptional(),
    form: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('fromTop'),
        first: decimalText,
        step: decimalText,
        floor: decimalText.exactOptional(),
      }),
      z.strictObject({
        kind: z.literal('fromBottom'),
        last: decimalText,
        step: decimalText,
        ceiling: decimalText.exactOptional(),
      }),
      z.strictObject({
        kind: z.literal('table'),
        places: z.array(decimalText).min(1).max(1000),
        otherwise: decimalText,
      }),
      z.strictObject({ kind: z.literal('proportion'), full: decimalText }),
    ]),
    scale: positiveDecimalText.exactOptional(),
  }),
  z.strictObject({ family: z.literal('ladder'), events }),
  z.strictObject({
    family: z.literal('lateness'),
    by: z.enum(['day', 'workingDay']),
    per: positiveDecimalText.exactOptional(),
    points: decimalText,
    stepRounding,
    cap: decimalText.exactOptional(),
    voidAfter: optionalCount(3660).exactOptional(),
  }),
  z.strictObject({
    family: z.literal('escalation'),
    steps: z
      .array(z.strictObject({ points: decimalText, effect: effectFormat.exactOptional() }))
      .min(1, '至少写一次')
      .max(50),
  }),
  z.strictObject({
    family: z.literal('relativeToMean'),
    ...measure,
    sides,
    stepRounding,
    scale: positiveDecimalText.exactOptional(),
  }),
  z.strictObject({
    family: z.literal('assessment'),
    groups: z
      .array(
        z.strictObject({
          code: codeText,
          name: words,
          weight: rateText,
          minVotes: count(100_000).exactOptional(),
        }),
      )
      .min(1, '至少写一个测评主体')
      .max(50),
    full: positiveDecimalText,
    dropHighest: optionalCount(1000).exactOptional(),
    dropLowest: optionalCount(1000).exactOptional(),
    absentGroup: z.enum(['share', 'notScored']).exactOptional(),
  }),
  z.strictObject({ family: z.literal('effectOnly'), effect: effectFormat }),
] as const;

/** One schema a family (§2); the engine's `Scoring` is its type. */
export const scoringFormat = z.discriminatedUnion('family', families);
