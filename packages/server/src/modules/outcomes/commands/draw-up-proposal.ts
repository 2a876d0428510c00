import { randomUUID } from 'node:crypto';
import type { outcomes } from '@mingji/contract';
import { proposalKinds } from '@mingji/engine';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { Refusal } from '../../../refusal.ts';
import { subjectUnitPath } from '../../organization/index.ts';
import { recordWorkEvent } from '../../submissions/index.ts';
import { evidenceOf } from '../evidence-of.ts';
import { findProposal, proposalTarget } from '../find-proposal.ts';
import { proposalViewOf } from '../queries/proposal-rows.ts';

type Created = z.output<typeof outcomes.createProposal.body>;
type Changed = z.output<typeof outcomes.changeProposal.body>;

/** The office draws a proposal up, with its evidence as it stands now; it is a draft until submitted (P17). */
export async function createProposal(ctx: Ctx, input: Created) {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'proposal.create', requestId, content }, async (tx) => {
    const today = localDay(ctx.now, ctx.actor.timeZone);
    const subject = { kind: input.subjectKind, id: input.subjectId };
    const place = await subjectUnitPath(tx, ctx.actor.bureauId, subject, today);
    requireAccess(ctx, 'outcome.propose', { unitPath: place.unitPath });
    const id = randomUUID();
    await tx
      .insertInto('outcome_proposal')
      .values({
        id,
        bureau_id: ctx.actor.bureauId,
        subject_kind: subject.kind,
        subject_id: subject.id,
        subject_name: place.name,
        subject_code: place.code,
        subject_unit_id: place.unitId,
        ...(await contentOf(tx, ctx, subject, input)),
        created_by: ctx.actor.accountId,
        created_by_name: ctx.actor.displayName,
        created_at: ctx.now,
      })
      .execute();
    await recordWorkEvent(tx, ctx, {
      workKind: 'outcome',
      workId: id,
      action: 'create',
      reason: null,
      version: null,
    });
    return {
      result: { proposal: await proposalViewOf(tx, ctx, id) },
      audit: {
        action: 'proposal.created',
        subjectKind: 'outcomeProposal',
        subjectId: id,
        summary: `起草${proposalKinds[input.kind].name}建议：${place.name}`,
      },
    };
  });
}

/** A draft is changed as a whole; what was submitted is not. */
export async function changeProposal(ctx: Ctx, proposalId: string, input: Changed) {
  const { requestId, ...content } = input;
  return runCommand(
    ctx,
    { name: 'proposal.change', requestId, content: { proposalId, ...content } },
    async (tx) => {
      const row = await findProposal(tx, ctx, proposalId);
      requireAccess(ctx, 'outcome.propose', proposalTarget(ctx, row));
      const subject = { kind: row.subject_kind as 'officer' | 'unit', id: row.subject_id };
      const changed = await tx
        .updateTable('outcome_proposal')
        // Another text is another matter for the committee: what it let pass before does not hold for it.
        .set({
          ...(await contentOf(tx, ctx, subject, input)),
          override_reason: null,
          override_by: null,
          override_by_name: null,
          override_at: null,
        })
        .where('id', '=', row.id)
        .where('state', '=', 'draft')
        .returning('id')
        .executeTakeFirst();
      if (!changed) throw new Refusal('conflict', '只有草稿可以修改。如需更改，请先撤回，再重新起草。');
      await recordWorkEvent(tx, ctx, {
        workKind: 'outcome',
        workId: row.id,
        action: 'change',
        reason: null,
        version: null,
      });
      return {
        result: { proposal: await proposalViewOf(tx, ctx, row.id) },
        audit: {
          action: 'proposal.changed',
          subjectKind: 'outcomeProposal',
          subjectId: row.id,
          summary: `修改${proposalKinds[input.kind].name}建议：${row.subject_name}`,
        },
      };
    },
  );
}

async function contentOf(
  tx: Tx,
  ctx: Ctx,
  subject: { readonly kind: 'officer' | 'unit'; readonly id: string },
  input: Changed,
) {
  const kind = proposalKinds[input.kind];
  if (!kind.subjects.includes(subject.kind)) {
    throw new Refusal('invalid', `“${kind.name}”只对民警提出，请另选类别。`, [
      { path: 'kind', message: `“${kind.name}”不适用于单位` },
    ]);
  }
  const evidence = await evidenceOf(
    tx,
    { bureauId: ctx.actor.bureauId, ...subject },
    {
      periodIds: input.evidencePeriodIds,
      streakYear: input.streakYear,
      today: localDay(ctx.now, ctx.actor.timeZone),
    },
  );
  return {
    kind: input.kind,
    reason: input.reason,
    basis: input.basis === '' ? kind.basis : input.basis,
    evidence: JSON.stringify(evidence),
  };
}
