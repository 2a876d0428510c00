import type { Activation } from '@mingji/engine';
import type { Reader } from '../../../db/database.ts';

/** The pilot of a bureau, for the engine; without rows there is none and everybody takes part (P20). */
export async function loadActivations(reader: Reader, bureauId: string): Promise<Activation[]> {
  return reader
    .selectFrom('unit_activation')
    .innerJoin('unit', 'unit.id', 'unit_activation.unit_id')
    .select(['unit.path as unitPath', 'unit_activation.from_on as from', 'unit_activation.to_on as to'])
    .where('unit_activation.bureau_id', '=', bureauId)
    .orderBy('unit_activation.from_on')
    .orderBy('unit.path')
    .execute();
}
