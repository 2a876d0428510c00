import { ENTRY_KINDS, type Facts, PERIOD_KINDS, parseDay, parseInstant, type Result } from '@mingji/engine';
import { z } from 'zod';
import { parseFormat } from './format-refusals.ts';
import { codeText, decimalText, effectFormat, positiveDecimalText, words } from './scoring-format.ts';

const day = z
  .string()
  .refine((text) => parseDay(text) !== undefined, '应写成真实存在的日期，例如 2026-09-25');
const moment = z
  .string()
  .refine(
    (text) => parseInstant(text) !== undefined,
    '应写成 2026-09-25 或带时区的 2026-09-25T09:30:00+08:00',
  );
const key = z.string().min(1, '不能为空').max(200, '最多 200 字');

export const entryFormat = z.strictObject({
  id: key,
  subject: key,
  indicator: codeText,
  kind: z.enum(ENTRY_KINDS),
  event: codeText.exactOptional(),
  quantity: decimalText.exactOptional(),
  of: decimalText.exactOptional(),
  points: decimalText.exactOptional(),
  matter: key.exactOptional(),
  multipliers: z.array(codeText).max(20).exactOptional(),
  role: codeText.exactOptional(),
  group: codeText.exactOptional(),
  dueOn: day.exactOptional(),
  doneOn: day.exactOptional(),
  at: moment,
  by: key.exactOptional(),
  reason: words.exactOptional(),
  clause: codeText.exactOptional(),
  evidence: z.array(key).max(100).exactOptional(),
  reverses: key.exactOptional(),
});

const subjectFormat = z.strictObject({
  id: key,
  kind: z.enum(['officer', 'unit']),
  code: key,
  name: words.exactOptional(),
  sequence: words.exactOptional(),
  group: words.exactOptional(),
  status: z.enum(['normal', 'exempt', 'notScored']).exactOptional(),
  unit: key.exactOptional(),
  identities: z.array(codeText).max(20).exactOptional(),
});

const calendarFormat = z.strictObject({
  years: z
    .array(
      z.strictObject({
        year: z.int('应为整数').min(1949, '应为四位年份').max(2200, '应为四位年份'),
        holidays: z.array(day).max(366),
        workdays: z.array(day).max(366),
      }),
    )
    .max(50),
});

/** The facts of one period: who is appraised, what happened, what was asked of them. */
export const factsFormat = z.strictObject({
  period: z
    .strictObject({ id: key, from: day, to: day, kind: z.enum(PERIOD_KINDS) })
    .refine(({ from, to }) => from <= to, { path: ['to'], error: '不能早于 from，请把起止日期对调' }),
  subjects: z.array(subjectFormat).max(100_000),
  entries: z.array(entryFormat).max(5_000_000),
  targets: z
    .array(
      z.strictObject({
        subject: key,
        indicator: codeText,
        quantity: positiveDecimalText,
        dueOn: day.exactOptional(),
      }),
    )
    .max(1_000_000)
    .exactOptional(),
  priorMatters: z
    .array(
      z.strictObject({
        subject: key,
        matter: key,
        addition: decimalText
          .refine((text) => !text.startsWith('-'), '已计的加分不能为负；已计的扣分请写在 deduction')
          .exactOptional(),
        deduction: decimalText.exactOptional(),
        period: key.exactOptional(),
      }),
    )
    .max(1_000_000)
    .exactOptional(),
  matterDecisions: z
    .array(z.strictObject({ subject: key, matter: key, keep: key }))
    .max(100_000)
    .exactOptional(),
  effects: z
    .array(
      effectFormat.extend({
        subject: key,
        id: key,
        reason: words.exactOptional(),
        basis: words.exactOptional(),
        starter: words.exactOptional(),
        approver: words.exactOptional(),
        from: day.exactOptional(),
        to: day.exactOptional(),
      }),
    )
    .max(100_000)
    .exactOptional(),
  statuses: z
    .array(
      z.strictObject({
        subject: key,
        status: codeText,
        from: day.exactOptional(),
        to: day.exactOptional(),
        host: key.exactOptional(),
      }),
    )
    .max(100_000)
    .exactOptional(),
  leaves: z
    .array(z.strictObject({ subject: key, kind: codeText, from: day, to: day }))
    .max(1_000_000)
    .exactOptional(),
  sanctions: z
    .array(z.strictObject({ id: key, subject: key, sanction: codeText, on: day }))
    .max(100_000)
    .exactOptional(),
  gradeDecisions: z
    .array(
      z.strictObject({
        id: key,
        subject: key,
        step: z.enum(['nomination', 'leader', 'committee', 'confirmation']),
        grade: codeText,
        reason: words.exactOptional(),
        by: key.exactOptional(),
      }),
    )
    .max(400_000)
    .exactOptional(),
  calendar: calendarFormat.exactOptional(),
});
export type FactsFormat = z.infer<typeof factsFormat>;

/** Reads facts from plain data; every fault at once, with its place and what is allowed. */
export function parseFacts(value: unknown): Result<Facts> {
  return parseFormat(factsFormat, value);
}
