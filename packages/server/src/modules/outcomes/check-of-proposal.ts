import { type ProposalKind, proposalKinds } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { type CheckedSubject, checkNominees } from './check-nominees.ts';
import type { ProposalRow } from './find-proposal.ts';

/** The commendation check of this moment; null for kinds that need none (§12). */
export async function checkOfProposal(
  reader: Reader,
  ctx: Ctx,
  row: Pick<ProposalRow, 'kind' | 'subject_kind' | 'subject_id'>,
): Promise<CheckedSubject | null> {
  if (!proposalKinds[row.kind as ProposalKind].checked) return null;
  const checked = await checkNominees(reader, {
    bureauId: ctx.actor.bureauId,
    subjectKind: row.subject_kind as 'officer' | 'unit',
    subjectIds: [row.subject_id],
    asOf: localDay(ctx.now, ctx.actor.timeZone),
  });
  return checked.get(row.subject_id) ?? { basis: [], flags: [] };
}

export function blocksOf(check: CheckedSubject | null): number {
  return check?.flags.filter((flag) => flag.forbids).length ?? 0;
}
