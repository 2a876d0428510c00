import type { reviewDuties } from '@mingji/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { loadWorkPeriod, placedIndicators } from '../../ledger/index.ts';
import { isOwnWork, presentReviewers, reviewersOf } from '../../review-duties/index.ts';
import { ownersFor } from '../../rule-sets/index.ts';
import { barredFrom, findVersions, type SubmissionRow } from '../find-submission.ts';
import { requireTransferable } from '../transfer-one.ts';

type Answer = z.input<typeof reviewDuties.listTransferTargets.response>;

export async function listTransferTargets(ctx: Ctx, submissionId: string): Promise<Answer> {
  const { db } = ctx.deps;
  const row = await requireTransferable(db, ctx, submissionId);
  const work = {
    officerId: row.subject_kind === 'officer' ? row.subject_id : null,
    authorAccountIds: barredFrom(row, await findVersions(db, row.id)),
  };
  const reviewers = await reviewersOf(db, ctx.actor.bureauId, row.owner_unit_path);
  const fit = reviewers.filter(
    (each) =>
      !isOwnWork(each, work) && each.id !== row.assignee_account_id && each.id !== ctx.actor.accountId,
  );
  return {
    reviewers: await presentReviewers(db, ctx, fit),
    units: (await ownerDepartments(db, ctx, row)).map(({ id, name }) => ({ id, name })),
  };
}

/** The other departments that own indicators of the method and have somebody who reviews. */
export async function ownerDepartments(reader: Reader, ctx: Ctx, row: SubmissionRow) {
  const { bureauId } = ctx.actor;
  const period = await loadWorkPeriod(reader, bureauId, row.period_id);
  const indicators = [...placedIndicators(period.ruleSet).values()].map(({ indicator }) => indicator);
  const [named, routed] = await Promise.all([
    ownersFor(reader, bureauId, period, indicators),
    ownersFor(reader, bureauId, period, indicators, row.subject_unit_path),
  ]);
  const units = new Map([...named.values(), ...routed.values()].map((unit) => [unit.id, unit]));
  units.delete(row.owner_unit_id);
  if (units.size === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select u.id from unit u where u.id = any(${[...units.keys()]}::uuid[]) and exists (
      select from account_role r join unit g on g.id = r.unit_id join account a on a.id = r.account_id
      where r.role = 'reviewer' and a.state = 'active' and starts_with(u.path, g.path))
    order by u.path limit 200`.execute(reader);
  return rows.flatMap(({ id }) => units.get(id) ?? []);
}
