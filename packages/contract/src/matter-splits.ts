import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { subjectRef } from './entries.ts';
import { id } from './fields.ts';

const tag = '填报与审核';

/** One entry of a matter: for whom, in which part, how much. */
export const matterPart = z.strictObject({
  subject: subjectRef,
  /** Null: the event's own points. */
  roleName: z.string().nullable(),
  points: z.string().nullable(),
  entryId: id.nullable(),
  reversed: z.boolean(),
});
/** Who gets what of one matter, before it is accepted as the rule would give it, afterwards as it was booked (P2, X5). */
export const matterSplit = z.strictObject({
  booked: z.boolean(),
  parts: z.array(matterPart).max(50),
  /** What the officers may have together, what they get, and what is left; null where the rule sets no total. */
  balance: z.strictObject({ standard: z.string(), given: z.string(), rest: z.string() }).nullable(),
  /** Parts the rule knows and nobody gets, with the reason. */
  notes: z.array(z.string()).max(20),
});
export type MatterSplit = z.infer<typeof matterSplit>;

export const getSubmissionSplit = endpoint({
  method: 'GET',
  path: '/api/submissions/:submissionId/split',
  summary: '一件填报按角色怎样记分',
  tag,
  gate: 'submission.read',
  params: z.strictObject({ submissionId: id }),
  response: z.strictObject({ split: matterSplit.nullable() }),
});
/** The other entries of the same matter: whoever corrects one sees whom else it concerns. */
export const getEntryPeers = endpoint({
  method: 'GET',
  path: '/api/entries/:entryId/peers',
  summary: '同一事项的其他得分记录',
  tag,
  gate: 'entry.read',
  params: z.strictObject({ entryId: id }),
  response: z.strictObject({ peers: z.array(matterPart).max(50) }),
});
/** Officers of the unit's line whom an author may name beside himself; names only, no files. */
export const listCoWorkers = endpoint({
  method: 'GET',
  path: '/api/co-workers',
  summary: '可列为共同办理的人',
  tag,
  gate: 'submission.create',
  query: z.strictObject({ subjectId: id, text: z.string().trim().max(50).optional() }),
  response: z.strictObject({ officers: z.array(subjectRef).max(20) }),
});
