import type { Reader } from '../../db/database.ts';

export async function sealNoOf(reader: Reader, periodId: string): Promise<number | null> {
  const seal = await reader
    .selectFrom('seal')
    .select('sequence_no')
    .where('period_id', '=', periodId)
    .executeTakeFirst();
  return seal?.sequence_no ?? null;
}
