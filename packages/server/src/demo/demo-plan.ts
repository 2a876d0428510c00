import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { indicatorFormat, organization, ruleSetFormat } from '@mingji/contract';
import { parse } from 'yaml';
import { z } from 'zod';

const text = z.string().min(1);
const subjectKind = z.enum(['officer', 'unit']);
const unitKind = z.enum(organization.unitKinds);
const count = z.number().int().min(0).max(10_000);
const counts = z.tuple([count, count]);
const values = z.tuple([z.number(), z.number()]);
const monthDay = z.string().regex(/^\d\d-\d\d$/);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

const sequence = z.strictObject({
  code: text,
  name: text,
  kind: subjectKind,
  units: z.strictObject({
    kinds: z.array(unitKind).min(1),
    below: text.optional(),
    named: z.array(text).optional(),
    except: z.array(text).optional(),
  }),
});
export type DemoSequence = z.infer<typeof sequence>;

const work = z.strictObject({
  indicator: text,
  kind: subjectKind.optional(),
  /** Only units of these kinds, and those who serve there. */
  in: z.array(unitKind).optional(),
  event: text.optional(),
  share: z.number().min(0).max(1).default(1),
  times: counts.optional(),
  yearly: z.number().positive().optional(),
  spread: values.default([0.8, 1.15]),
  measure: values.optional(),
  digits: count.max(4).default(0),
  points: z.tuple([decimal], decimal).optional(),
  late: counts.optional(),
  votes: z.record(z.string(), count).optional(),
  scores: count.optional(),
  range: values.default([75, 98]),
  reason: z.union([z.tuple([text], text), text.transform((only): [string, ...string[]] => [only])]),
});
export type DemoWork = z.infer<typeof work>;

const periods = z.strictObject({
  kind: z.enum(['month', 'quarter']),
  /** So many are sealed; the next one is in progress. */
  history: count.min(1),
  submitDay: count.min(1).max(31).optional(),
  windows: z.array(z.strictObject({ name: text, from: monthDay, to: monthDay })).optional(),
});
export type DemoRhythm = z.infer<typeof periods>;

const next = z.strictObject({
  clauses: ruleSetFormat.shape.clauses.default([]),
  indicators: z.array(z.strictObject({ item: text, indicator: indicatorFormat })),
  /** Left out: still a draft. */
  filing: text.optional(),
});
export type DemoNext = z.infer<typeof next>;

const ruleSet = z.strictObject({
  folder: text,
  unit: text,
  sequences: z.array(text).default([]),
  filing: z.boolean().default(false),
  periods: periods.optional(),
  work: z.array(work),
  next: next.optional(),
});
/** How the demo city runs one rule set. What each field means is told at the top of the file. */
export type DemoPlan = z.infer<typeof ruleSet>;

const operation = z.strictObject({
  name: text,
  purpose: text,
  folder: text,
  sequences: z.array(text).min(1),
  begins: z.number().int(),
  ends: z.number().int(),
  submitAfter: count.default(0),
  reviewAfter: count.default(5),
});
export type DemoOperation = z.infer<typeof operation>;

const planFormat = z.strictObject({
  sequences: z.array(sequence),
  ruleSets: z.array(ruleSet),
  operations: z.array(operation).default([]),
});
export type DemoPlans = z.infer<typeof planFormat>;

/** The folder of the reference rule sets. */
export const RULE_SETS = fileURLToPath(new URL('../../../../rule-sets/', import.meta.url));

/** `rule-sets/demo.yaml`: which methods the demo city runs, who owns them, and what usually happens under them. */
export async function readDemoPlans(): Promise<DemoPlans> {
  const parsed = planFormat.safeParse(parse(await readFile(`${RULE_SETS}demo.yaml`, 'utf8')));
  if (!parsed.success) throw new Error(`rule-sets/demo.yaml: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
