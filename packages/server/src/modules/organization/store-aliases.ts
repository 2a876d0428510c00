import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';

/** Replaces a unit's aliases. One alias means one unit in the whole bureau: an import could not choose otherwise. */
export async function storeAliases(
  tx: Tx,
  bureauId: string,
  unitId: string,
  aliases: readonly string[],
): Promise<void> {
  const wanted = [...new Set(aliases.map((alias) => alias.trim()))];
  await tx.deleteFrom('unit_alias').where('bureau_id', '=', bureauId).where('unit_id', '=', unitId).execute();
  if (wanted.length === 0) return;
  const taken = await tx
    .selectFrom('unit_alias')
    .innerJoin('unit', 'unit.id', 'unit_alias.unit_id')
    .select(['unit_alias.alias', 'unit.name'])
    .where('unit_alias.bureau_id', '=', bureauId)
    .where('unit_alias.alias', 'in', wanted)
    .execute();
  if (taken.length > 0) {
    throw new Refusal(
      'conflict',
      '有别名已属于其他机构,一个别名只能指一个机构。',
      taken.map(({ alias, name }) => ({ path: 'aliases', message: `「${alias}」已是「${name}」的别名` })),
    );
  }
  await tx
    .insertInto('unit_alias')
    .values(wanted.map((alias) => ({ bureau_id: bureauId, alias, unit_id: unitId })))
    .execute();
}
