import type { submissions } from '@mingji/contract';
import type { z } from 'zod';
import type { Reader } from '../../../db/database.ts';
import { submissionActionLabel } from '../present.ts';

export type TimelineEvent = z.infer<typeof submissions.timelineEvent>;

export async function submissionTimeline(reader: Reader, submissionId: string): Promise<TimelineEvent[]> {
  return workTimeline(reader, 'submission', submissionId, submissionActionLabel);
}

/** Who did what, when and why, first to last. */
export async function workTimeline(
  reader: Reader,
  workKind: 'submission' | 'appeal' | 'writtenReview' | 'outcome' | 'bulletin',
  workId: string,
  label: (action: string) => string,
): Promise<TimelineEvent[]> {
  const rows = await reader
    .selectFrom('work_event')
    .select(['action', 'account_name', 'at', 'reason', 'version'])
    .where('work_kind', '=', workKind)
    .where('work_id', '=', workId)
    .orderBy('seq')
    .limit(300)
    .execute();
  return rows.map((row) => ({
    action: row.action,
    actionLabel: label(row.action),
    byName: row.account_name,
    at: row.at.toISOString(),
    reason: row.reason,
    version: row.version,
  }));
}
