import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { acknowledgementMark } from './entries.ts';
import { id, instant, requestId } from './fields.ts';

const tag = '得分流水';

/** P13: who is concerned marks entries as seen, or as disagreed with; the newest mark counts. */
export const acknowledgeEntries = endpoint({
  method: 'POST',
  path: '/api/entry-acknowledgements',
  summary: '查阅得分记录：已知悉、有异议',
  tag,
  gate: 'entry.acknowledge',
  body: z.strictObject({
    requestId,
    entryIds: z.array(id).min(1, '请至少选择一条').max(200, '一次最多 200 条'),
    mark: acknowledgementMark,
  }),
  response: z.strictObject({ marked: z.number().int() }),
});

/** Who booked the entries that the reader may see, for the filter by person. */
export const listScorers = endpoint({
  method: 'GET',
  path: '/api/entry-scorers',
  summary: '评分人',
  tag,
  gate: 'entry.read',
  query: z.strictObject({ periodId: id.optional() }),
  response: z.strictObject({
    items: z.array(z.strictObject({ id, name: z.string(), entries: z.number().int() })).max(200),
  }),
});

/** 回执: what the holder keeps of an entry, and that it stands in the seal once its period is sealed (X3). */
export const getEntryReceipt = endpoint({
  method: 'GET',
  path: '/api/entries/:entryId/receipt',
  summary: '得分记录的回执',
  tag,
  gate: 'entry.read',
  params: z.strictObject({ entryId: id }),
  response: z.strictObject({
    entryId: id,
    hash: z.string().describe('该条记录的 SM3，十六进制'),
    unchanged: z.boolean().describe('由现存内容重新计算的摘要与入账时一致'),
    seal: z
      .strictObject({
        sequenceNo: z.number().int(),
        sealHash: z.string(),
        sealedAt: instant,
        entryCount: z.number().int(),
        position: z.number().int().describe('在封存条目中的序号，从 1 起'),
        included: z.boolean().describe('由该条记录可以算出封存的默克尔根'),
      })
      .nullable(),
  }),
});
export type EntryReceipt = z.infer<typeof getEntryReceipt.response>;
