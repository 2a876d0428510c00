import { randomUUID } from 'node:crypto';
import { bulletins, type bulletins as contract } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { findUnit } from '../../organization/index.ts';
import { recordWorkEvent } from '../../submissions/index.ts';
import { resolveDocument } from '../document/resolve-document.ts';
import { type FoundBulletin, findBulletin, numberOf } from '../find-bulletin.ts';
import { gather, keepFigures } from '../stored-figures.ts';
import { templateFor } from '../templates.ts';

type Input = z.output<typeof contract.createBulletin.body>;

/** A draft from the unit's template, with the figures of the periods chosen (P15). */
export async function createBulletin(ctx: Ctx, input: Input): Promise<{ bulletinId: string }> {
  const { db } = ctx.deps;
  const { requestId, ...content } = input;
  const unit = await findUnit(db, ctx.actor.bureauId, input.unitId);
  requireAccess(ctx, 'bulletin.draft', { unitPath: unit.path });
  const corrected = input.corrects === null ? null : await requireCorrectable(ctx, input.corrects, unit.id);
  const periodIds = corrected?.period_ids ?? input.periodIds;
  const figures = await gather(ctx, {
    unit,
    periodIds,
    corrected: corrected && { number: numberOf(corrected) ?? '', title: corrected.title },
  });
  return runCommand(ctx, { name: 'bulletin.create', requestId, content }, async (tx) => {
    const issuer = await tx
      .selectFrom('bulletin_issuer')
      .selectAll()
      .where('unit_id', '=', unit.id)
      .executeTakeFirst();
    if (!issuer) {
      throw new Refusal(
        'refused',
        `${unit.name}还没有设定机关代字，发文后无法编号。请先在“通报设置”中设定。`,
      );
    }
    const template = (await templateFor(tx, unit, input.kind)).content;
    const written = { ...template, addressee: issuer.addressee || template.addressee };
    const bulletinId = randomUUID();
    await tx
      .insertInto('bulletin')
      .values({
        id: bulletinId,
        bureau_id: ctx.actor.bureauId,
        unit_id: unit.id,
        kind: input.kind,
        mark: issuer.mark,
        title: resolveDocument(written, figures).document.title,
        period_label: figures.label,
        content: JSON.stringify(bulletins.bulletinContent.parse(written)),
        period_ids: figures.sources.map(({ periodId }) => periodId),
        year: figures.year,
        corrects: input.corrects,
        created_by: ctx.actor.accountId,
        created_at: ctx.now,
        updated_by: ctx.actor.accountId,
        updated_at: ctx.now,
      })
      .execute();
    await keepFigures(tx, ctx, bulletinId, figures);
    await recordWorkEvent(tx, ctx, {
      ...{ workKind: 'bulletin', workId: bulletinId, action: 'create', reason: null, version: null },
    });
    const summary = `拟制${bulletins.bulletinKinds[input.kind]} ${figures.label}`;
    return {
      result: { bulletinId },
      audit: { action: 'bulletin.created', subjectKind: 'bulletin', subjectId: bulletinId, summary },
    };
  });
}

async function requireCorrectable(ctx: Ctx, bulletinId: string, unitId: string): Promise<FoundBulletin> {
  const row = await findBulletin(ctx.deps.db, ctx, bulletinId);
  if (row.unit_id !== unitId) throw new Refusal('forbidden', '只有原发文单位可以更正通报。');
  if (row.state !== 'published') {
    throw new Refusal('refused', '只有已发布的通报才需要更正；尚未发布的请退回修改。');
  }
  return row;
}
