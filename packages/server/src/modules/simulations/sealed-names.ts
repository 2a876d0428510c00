import type { Reader } from '../../db/database.ts';

export interface SealedName {
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
}

/** Who the subjects of a sealed period were, as its published results name them. */
export async function sealedNames(
  reader: Reader,
  periodId: string,
): Promise<ReadonlyMap<string, SealedName>> {
  const rows = await reader
    .selectFrom('seal')
    .innerJoin('result', 'result.evaluation_id', 'seal.evaluation_id')
    .innerJoin('unit', 'unit.id', 'result.unit_id')
    .select(['result.subject_id', 'result.subject_name', 'result.unit_id', 'unit.name as unit_name'])
    .where('seal.period_id', '=', periodId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.subject_id,
      { name: row.subject_name, unitId: row.unit_id, unitName: row.unit_name },
    ]),
  );
}
