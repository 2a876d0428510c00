import type { Reader } from '../../../db/database.ts';

/** Why it was returned, as long as it has not been handed in again. */
export async function lastOpinion(reader: Reader, bulletinId: string): Promise<string | null> {
  const last = await reader
    .selectFrom('work_event')
    .select(['action', 'reason', 'account_name'])
    .where('work_kind', '=', 'bulletin')
    .where('work_id', '=', bulletinId)
    .where('action', 'in', ['submit', 'return'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.action === 'return' ? `${last.account_name}：${last.reason ?? ''}` : null;
}
