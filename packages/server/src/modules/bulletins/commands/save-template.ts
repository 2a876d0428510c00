import { bulletins, type bulletins as contract } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { findUnit } from '../../organization/index.ts';
import { templateViewOf } from '../queries/get-template.ts';
import { templateFor } from '../templates.ts';

interface Place {
  readonly unitId: string;
  readonly kind: contract.BulletinKind;
}
interface Input {
  readonly requestId: string;
  readonly revision: number;
  readonly content: contract.BulletinContent;
}

/** The unit's own copy; drafts that exist keep the text they have. */
export async function saveTemplate(ctx: Ctx, place: Place, input: Input) {
  const { requestId, ...kept } = input;
  return runCommand(
    ctx,
    { name: 'bulletin.template', requestId, content: { ...place, ...kept } },
    async (tx) => {
      const unit = await findUnit(tx, ctx.actor.bureauId, place.unitId);
      requireAccess(ctx, 'bulletin.draft', { unitPath: unit.path });
      await tx.selectFrom('unit').select('id').where('id', '=', unit.id).forUpdate().execute();
      const held = await templateFor(tx, unit, place.kind);
      if (held.revision !== input.revision) {
        const who = held.updatedByName ?? '其他人';
        throw new Refusal('conflict', `${who}刚刚改过这份模板，您的修改没有保存。请复制后刷新，核对再改。`);
      }
      const set = {
        content: JSON.stringify(input.content),
        revision: input.revision + 1,
        updated_by: ctx.actor.accountId,
        updated_at: ctx.now,
      };
      await tx
        .insertInto('bulletin_template')
        .values({ bureau_id: ctx.actor.bureauId, unit_id: unit.id, kind: place.kind, ...set })
        .onConflict((conflict) => conflict.columns(['unit_id', 'kind']).doUpdateSet(set))
        .execute();
      return {
        result: { template: await templateViewOf(tx, unit, place.kind) },
        audit: {
          action: 'bulletin.templateSaved',
          subjectKind: 'unit',
          subjectId: unit.id,
          summary: `修改${unit.name}的${bulletins.bulletinKinds[place.kind]}模板`,
        },
      };
    },
  );
}

/** Removes the unit's own copy. */
export async function resetTemplate(ctx: Ctx, place: Place, requestId: string) {
  return runCommand(ctx, { name: 'bulletin.templateReset', requestId, content: place }, async (tx) => {
    const unit = await findUnit(tx, ctx.actor.bureauId, place.unitId);
    requireAccess(ctx, 'bulletin.draft', { unitPath: unit.path });
    await tx
      .deleteFrom('bulletin_template')
      .where('unit_id', '=', unit.id)
      .where('kind', '=', place.kind)
      .execute();
    return {
      result: { template: await templateViewOf(tx, unit, place.kind) },
      audit: {
        action: 'bulletin.templateReset',
        subjectKind: 'unit',
        subjectId: unit.id,
        summary: `恢复${unit.name}的${bulletins.bulletinKinds[place.kind]}模板`,
      },
    };
  });
}
