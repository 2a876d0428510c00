import type { Reader } from '../../../db/database.ts';
import type { DeliveryRecipient } from '../delivery-message.ts';

/** Who is told, field by field: the gateway gets no more of a person than what it finds him by. */
export async function recipientsOf(
  reader: Reader,
  accountIds: readonly string[],
): Promise<DeliveryRecipient[]> {
  const rows = await reader
    .selectFrom('account')
    .leftJoin('officer', 'officer.id', 'account.officer_id')
    .select(['account.username', 'account.display_name', 'officer.police_no'])
    .where('account.id', 'in', [...accountIds])
    .where('account.state', '=', 'active')
    .orderBy('account.username')
    .execute();
  return rows.map((row) => ({
    username: row.username,
    name: row.display_name,
    policeNo: row.police_no,
  }));
}
