import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, longText, requestId } from './fields.ts';

const tag = '填报与审核';

/** At most 200 at once, each as the reviewer saw it. */
const batch = (act: '采纳' | '退回') =>
  z
    .array(z.strictObject({ submissionId: id, version: z.number().int().positive() }))
    .min(1)
    .max(200, `一次最多批量${act} 200 件`);

/** At most 200 at once; each is accepted or refused for itself, and the answer says which and why. */
export const acceptMany = endpoint({
  method: 'POST',
  path: '/api/submissions/acceptances',
  summary: '批量采纳',
  tag,
  gate: 'submission.review',
  body: z.strictObject({
    requestId,
    items: batch('采纳'),
  }),
  response: z.strictObject({
    accepted: z.array(id).max(200),
    refused: z.array(z.strictObject({ submissionId: id, message: z.string() })).max(200),
    /** The points booked together; measures count later. */
    points: z.string(),
  }),
});
/** At most 200 at once with one reason that every author reads; each goes back or stays for itself. */
export const returnMany = endpoint({
  method: 'POST',
  path: '/api/submissions/returns',
  summary: '批量退回',
  tag,
  gate: 'submission.review',
  body: z.strictObject({
    requestId,
    items: batch('退回'),
    reason: longText.max(500),
  }),
  response: z.strictObject({
    returned: z.array(id).max(200),
    refused: z.array(z.strictObject({ submissionId: id, message: z.string() })).max(200),
  }),
});
const reckoned = z.strictObject({
  submissionId: id,
  points: z.string().nullable(),
  message: z.string().nullable().describe('不能采纳的原因'),
});
/** What acceptance of many would book and which would be refused, before anybody confirms. */
export const previewMany = endpoint({
  method: 'POST',
  path: '/api/submissions/acceptances-preview',
  summary: '试算批量采纳',
  tag,
  gate: 'submission.review',
  body: z.strictObject({
    items: batch('采纳'),
  }),
  response: z.strictObject({
    accepted: z.number().int(),
    measures: z.number().int(),
    points: z.string(),
    refused: z.array(reckoned).max(200),
  }),
});
