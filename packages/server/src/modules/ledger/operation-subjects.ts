import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import type { WorkPeriod } from './work-period.ts';

/** P8: whoever is no subject of a special operation is refused by name; other periods know no such list. */
export async function requireOperationSubject(
  reader: Reader,
  period: Pick<WorkPeriod, 'id' | 'kind' | 'label'>,
  subject: { readonly kind: string; readonly id: string; readonly name: string },
): Promise<void> {
  if (period.kind !== 'special' || (await isOperationSubject(reader, period, subject))) return;
  throw new Refusal(
    'refused',
    `“${subject.name}”不是专项行动“${period.label}”的考核对象，不能在其中填报或记分。如应参加，请考核办将其加入考核对象。`,
  );
}

/** A special period without a list of its own takes everybody its method appraises. */
export async function isOperationSubject(
  reader: Reader,
  period: Pick<WorkPeriod, 'id'>,
  subject: { readonly kind: string; readonly id: string },
): Promise<boolean> {
  const { rows } = await sql<{ has: boolean; listed: boolean }>`
    select exists (select from operation where period_id = ${period.id}) as has,
           exists (select from operation_subject where period_id = ${period.id}
             and subject_kind = ${subject.kind} and subject_id = ${subject.id}) as listed`.execute(reader);
  const [row] = rows;
  return row === undefined || !row.has || row.listed;
}
