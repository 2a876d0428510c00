import type { SubjectKind } from '@mingji/engine';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { localDay } from '../../../local-day.ts';
import { subjectUnitPath } from '../../organization/index.ts';
import { publishedResultsOf, resultFact, resultTitle } from '../evidence-of.ts';

export async function listEvidence(ctx: Ctx, subject: { subjectKind: SubjectKind; subjectId: string }) {
  const { db } = ctx.deps;
  const { bureauId, timeZone } = ctx.actor;
  const who = { kind: subject.subjectKind, id: subject.subjectId };
  const place = await subjectUnitPath(db, bureauId, who, localDay(ctx.now, timeZone));
  requireAccess(ctx, 'outcome.propose', { unitPath: place.unitPath });
  const rows = await publishedResultsOf(db, { bureauId, ...who });
  return {
    items: rows.map((row) => ({
      periodId: row.period_id,
      title: resultTitle(row),
      fact: resultFact(row),
      sealNo: row.seal_no,
    })),
  };
}
