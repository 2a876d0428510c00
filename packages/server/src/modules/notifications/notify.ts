import { randomUUID } from 'node:crypto';
import type { notifications } from '@mingji/contract';
import type { Reader } from '../../db/database.ts';
import { queueDeliveries } from './queue-deliveries.ts';

/** One matter told to some people: what happened and the page where it is seen. */
export interface Notice {
  readonly kind: notifications.NoticeKind;
  readonly title: string;
  readonly detail: string;
  /** A page of the application, `/submissions/…`; never a score of somebody else in the text. */
  readonly address: string;
  readonly about: { readonly kind: string; readonly id: string | null };
  readonly accountIds: readonly string[];
}

export interface NoticePlace {
  readonly bureauId: string;
  readonly now: Date;
}

const ROWS_A_STATEMENT = 2_000;
const LONGEST_TITLE = 100;
const LONGEST_DETAIL = 500;

/**
 * Tells people, inside the transaction of what happened: rolled back, nobody was told (P10, P13). The same person is
 * told once for one notice, however many roles lead to him. What the bureau's message gateway takes is queued with it.
 */
export async function notify(tx: Reader, place: NoticePlace, notices: readonly Notice[]): Promise<void> {
  const told = notices
    .map((notice) => ({
      ...notice,
      // What people wrote may be as long as a notice by itself: cut, it is read in full on its page.
      title: notice.title.slice(0, LONGEST_TITLE),
      detail: notice.detail.slice(0, LONGEST_DETAIL),
      accountIds: [...new Set(notice.accountIds)],
    }))
    .filter(({ accountIds }) => accountIds.length > 0);
  const rows = told.flatMap((notice) =>
    notice.accountIds.map((accountId) => ({
      id: randomUUID(),
      bureau_id: place.bureauId,
      account_id: accountId,
      kind: notice.kind,
      title: notice.title,
      detail: notice.detail,
      address: notice.address,
      about_kind: notice.about.kind,
      about_id: notice.about.id,
      at: place.now,
    })),
  );
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    await tx
      .insertInto('notification')
      .values(rows.slice(from, from + ROWS_A_STATEMENT))
      .execute();
  }
  await queueDeliveries(tx, place, told);
}
