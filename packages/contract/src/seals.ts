import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant, pageOf, paging, subjectKind } from './fields.ts';

const tag = '结果与封存';

export const sealView = z.strictObject({
  id,
  sequenceNo: z.number().int(),
  periodId: id,
  periodLabel: z.string(),
  ruleSetName: z.string(),
  entryCount: z.number().int(),
  sealHash: z.string(),
  previousHash: z.string().nullable(),
  sealedByName: z.string(),
  sealedAt: instant,
  trial: z.boolean(),
  /** The newest verification, by a person or by the nightly job; null: none yet. */
  lastVerified: z
    .strictObject({ at: instant, ok: z.boolean(), findingCount: z.number().int(), byName: z.string() })
    .nullable(),
});
/** By the newest verification: as it must be, not as it must be, never looked at. */
export const sealOutcome = z.enum(['ok', 'failed', 'never']);
const sealFilter = {
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  ruleSetId: id.optional(),
  outcome: sealOutcome.optional(),
  text: z.string().trim().max(40).optional(),
};
export const listSeals = endpoint({
  method: 'GET',
  path: '/api/seals',
  summary: '封存清单',
  tag,
  gate: 'seal.verify',
  query: z.strictObject({ ...paging, ...sealFilter }),
  response: pageOf(sealView).extend({
    years: z.array(z.number().int()).max(101),
    ruleSets: z.array(z.strictObject({ id, name: z.string() })).max(200),
    failed: z.number().int().describe('最近一次校验不一致的份数，不受筛选影响'),
  }),
});
export const exportSeals = endpoint({
  method: 'GET',
  path: '/api/seals.xlsx',
  summary: '导出封存清单（Excel）',
  tag,
  gate: 'seal.verify',
  query: z.strictObject(sealFilter),
  download: true,
});
export const exportSealsAsJson = endpoint({
  method: 'GET',
  path: '/api/seals.json',
  summary: '导出封存清单（JSON，可供外部比对）',
  tag,
  gate: 'seal.verify',
  query: z.strictObject(sealFilter),
  download: true,
});
const verificationView = z.strictObject({
  at: instant,
  ok: z.boolean(),
  findingCount: z.number().int(),
  byName: z.string(),
  findings: z.array(z.string()).max(20),
});
/** Every verification of a seal so far, newest first. */
export const listVerifications = endpoint({
  method: 'GET',
  path: '/api/seals/:sealId/verifications',
  summary: '封存的历次校验',
  tag,
  gate: 'seal.verify',
  params: z.strictObject({ sealId: id }),
  response: z.strictObject({ items: z.array(verificationView).max(100), total: z.number().int() }),
});
export const sealFinding = z.strictObject({
  check: z.enum([
    'contentHash',
    'entriesRoot',
    'sealHash',
    'signature',
    'chain',
    'ledger',
    'results',
    'ruleSet',
    'recomputation',
  ]),
  /** Where it differs: the entry, result or field. */
  place: z.string(),
  message: z.string(),
});
export const verifySeal = endpoint({
  method: 'POST',
  path: '/api/seals/:sealId/verification',
  summary: '校验封存',
  tag,
  gate: 'seal.verify',
  params: z.strictObject({ sealId: id }),
  response: z.strictObject({
    ok: z.boolean(),
    checked: z.array(z.strictObject({ check: z.string(), label: z.string(), ok: z.boolean() })).max(20),
    findings: z.array(sealFinding).max(200),
    verifiedAt: instant,
  }),
});

/** That one's own result stands under the seal, without reading anybody else's (X3). */
export const getSealProof = endpoint({
  method: 'GET',
  path: '/api/periods/:periodId/results/:subjectKind/:subjectId/seal-proof',
  summary: '核对本人成绩的封存',
  tag,
  gate: 'result.read',
  params: z.strictObject({ periodId: id, subjectKind, subjectId: id }),
  response: z.strictObject({
    sequenceNo: z.number().int(),
    sealHash: z.string(),
    sealedByName: z.string(),
    sealedAt: instant,
    checks: z.array(z.strictObject({ label: z.string(), ok: z.boolean() })).max(10),
    ok: z.boolean(),
    /** The result as it is sealed. */
    sealed: z.strictObject({ score: z.string(), rank: z.number().int().nullable() }).nullable(),
    entries: z.number().int().describe('封存的本人台账条数'),
    lastVerified: z.strictObject({ at: instant, ok: z.boolean() }).nullable(),
  }),
});
