import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import type { Appeal } from '../../db/schema.generated.ts';
import { notFound } from '../../refusal.ts';

export type AppealRow = Selectable<Appeal> & {
  readonly subject_unit_path: string;
  readonly owner_unit_path: string;
  /** The unit whose office runs the method. */
  readonly method_unit_path: string;
};

export async function findAppeal(reader: Reader, ctx: Ctx, appealId: string): Promise<AppealRow> {
  const row = await reader
    .selectFrom('appeal')
    .innerJoin('unit as subject_unit', 'subject_unit.id', 'appeal.subject_unit_id')
    .innerJoin('unit as owner_unit', 'owner_unit.id', 'appeal.owner_unit_id')
    .innerJoin('period', 'period.id', 'appeal.period_id')
    .innerJoin('rule_set_version as version', 'version.id', 'period.rule_set_version_id')
    .innerJoin('rule_set', 'rule_set.id', 'version.rule_set_id')
    .innerJoin('unit as method_unit', 'method_unit.id', 'rule_set.unit_id')
    .selectAll('appeal')
    .select(['subject_unit.path as subject_unit_path', 'owner_unit.path as owner_unit_path'])
    .select('method_unit.path as method_unit_path')
    .where('appeal.bureau_id', '=', ctx.actor.bureauId)
    .where('appeal.id', '=', appealId)
    .executeTakeFirst();
  if (!row) throw notFound('复议');
  return row;
}

/** What permission looks at: the subject's line, the owning department, and whom the guards exclude (§13). */
export function appealTarget(row: AppealRow) {
  return {
    unitPath: row.subject_unit_path,
    ownerUnitPath: row.owner_unit_path,
    officerId: row.subject_kind === 'officer' ? row.subject_id : null,
    authorAccountId: row.author_account_id,
    scoredByAccountId: row.scored_by_account_id,
  };
}
