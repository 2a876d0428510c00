import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant, pageOf, paging } from './fields.ts';

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
});
export const listSeals = endpoint({
  method: 'GET',
  path: '/api/seals',
  summary: '封存清单',
  tag,
  gate: 'seal.verify',
  query: z.strictObject(paging),
  response: pageOf(sealView),
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
