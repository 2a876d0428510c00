import type { operations, Received } from '@mingji/contract';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { resolveSubjects } from '../resolve-subjects.ts';

/** What a choice comes to, without making anything. */
export async function previewSubjects(
  ctx: Ctx,
  { body }: Received<typeof operations.previewOperationSubjects>,
) {
  const { db } = ctx.deps;
  const row = await db
    .selectFrom('rule_set_version as version')
    .innerJoin('rule_set', 'rule_set.id', 'version.rule_set_id')
    .innerJoin('unit', 'unit.id', 'rule_set.unit_id')
    .select(['unit.name', 'unit.path', 'version.content'])
    .where('version.bureau_id', '=', ctx.actor.bureauId)
    .where('version.id', '=', body.ruleSetVersionId)
    .executeTakeFirst();
  if (!row) throw notFound('办法版本');
  requireAccess(ctx, 'period.manage', { unitPath: row.path });
  const { appraises } = row.content as unknown as { readonly appraises: readonly string[] };
  const place = {
    bureauId: ctx.actor.bureauId,
    unitPath: row.path,
    unitName: row.name,
    appraises,
    on: body.on,
  };
  const { subjects, problems } = await resolveSubjects(db, place, body.subjects);
  return {
    units: subjects.filter(({ kind }) => kind === 'unit').length,
    officers: subjects.filter(({ kind }) => kind === 'officer').length,
    problems: problems.slice(0, 200),
  };
}
