import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { findUnit } from '../../organization/index.ts';

interface Input {
  readonly requestId: string;
  readonly mark: string;
  readonly addressee: string;
}

/** 机关代字 and usual addressee of a unit; bulletins that have a number keep theirs. */
export async function setIssuer(ctx: Ctx, unitId: string, { requestId, ...kept }: Input) {
  return runCommand(ctx, { name: 'bulletin.issuer', requestId, content: { unitId, ...kept } }, async (tx) => {
    const unit = await findUnit(tx, ctx.actor.bureauId, unitId);
    requireAccess(ctx, 'bulletin.draft', { unitPath: unit.path });
    const set = { ...kept, updated_by: ctx.actor.accountId, updated_at: ctx.now };
    await tx
      .insertInto('bulletin_issuer')
      .values({ unit_id: unitId, bureau_id: ctx.actor.bureauId, ...set })
      .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(set))
      .execute();
    return {
      result: { ok: true as const },
      audit: {
        action: 'bulletin.issuerSet',
        subjectKind: 'unit',
        subjectId: unitId,
        summary: `设定${unit.name}的机关代字为“${kept.mark}”`,
      },
    };
  });
}
