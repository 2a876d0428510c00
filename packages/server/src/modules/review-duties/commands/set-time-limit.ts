import type { reviewDuties } from '@mingji/contract';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { requireArrangeable } from '../find-review-unit.ts';

type Input = z.output<typeof reviewDuties.setReviewTimeLimit.body>;

/** How many working days a review may take here, and how long taking up holds; for what comes from now on. */
export async function setReviewTimeLimit(ctx: Ctx, unitId: string, input: Input): Promise<{ ok: true }> {
  const { requestId, ...content } = input;
  const asked = { name: 'review.setTimeLimit', requestId, content: { unitId, ...content } };
  return runCommand(ctx, asked, async (tx) => {
    const unit = await requireArrangeable(tx, ctx, unitId);
    const limit = {
      working_days: input.workingDays,
      taking_hours: input.takingHours,
      set_by: ctx.actor.accountId,
      set_at: ctx.now,
    };
    await tx
      .insertInto('review_time_limit')
      .values({ unit_id: unit.id, bureau_id: ctx.actor.bureauId, ...limit })
      .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(limit))
      .execute();
    return {
      result: { ok: true as const },
      audit: {
        action: 'review.timeLimitSet',
        subjectKind: 'unit',
        subjectId: unit.id,
        summary: `设定“${unit.name}”审核时限 ${input.workingDays} 个工作日，受理保留 ${input.takingHours} 小时`,
      },
    };
  });
}
