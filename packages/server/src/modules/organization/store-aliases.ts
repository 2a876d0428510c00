import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';

/**
 * Replaces a unit's aliases. Counties may each have a 城关所, siblings may not: files of one office could not be read
 * otherwise. Elsewhere in a subtree the reader calls it ambiguous and asks.
 */
export async function storeAliases(
  tx: Tx,
  bureauId: string,
  unitId: string,
  aliases: readonly string[],
): Promise<void> {
  const wanted = [...new Set(aliases.map((alias) => alias.trim()))];
  await tx.deleteFrom('unit_alias').where('bureau_id', '=', bureauId).where('unit_id', '=', unitId).execute();
  if (wanted.length === 0) return;
  const own = tx.selectFrom('unit').select('parent_id').where('id', '=', unitId);
  const taken = await tx
    .selectFrom('unit')
    .leftJoin('unit_alias', 'unit_alias.unit_id', 'unit.id')
    .select(['unit.name', 'unit_alias.alias'])
    .where('unit.bureau_id', '=', bureauId)
    .where('unit.parent_id', '=', own)
    .where('unit.id', '<>', unitId)
    .where((where) => where.or([where('unit_alias.alias', 'in', wanted), where('unit.name', 'in', wanted)]))
    .execute();
  if (taken.length > 0) {
    throw new Refusal(
      'conflict',
      '有别名已指向同级的其他机构，一个别名只能指一个机构。',
      taken.map(({ alias, name }) => ({
        path: 'aliases',
        message:
          alias !== null && wanted.includes(alias)
            ? `“${alias}”已是“${name}”的别名`
            : `“${name}”是另一机构的名称`,
      })),
    );
  }
  await tx
    .insertInto('unit_alias')
    .values(wanted.map((alias) => ({ bureau_id: bureauId, alias, unit_id: unitId })))
    .execute();
}
