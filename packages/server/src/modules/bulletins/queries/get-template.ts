import type { bulletins } from '@mingji/contract';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { findUnit } from '../../organization/index.ts';
import { templateFor } from '../templates.ts';

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

export async function getTemplate(ctx: Ctx, unitId: string, kind: bulletins.BulletinKind) {
  const unit = await findUnit(ctx.deps.db, ctx.actor.bureauId, unitId);
  requireAccess(ctx, 'bulletin.draft', { unitPath: unit.path });
  return { template: await templateViewOf(ctx.deps.db, unit, kind) };
}

export async function templateViewOf(
  reader: Reader,
  unit: Unit,
  kind: bulletins.BulletinKind,
): Promise<bulletins.TemplateView> {
  const held = await templateFor(reader, unit, kind);
  return {
    unit: { id: unit.id, name: unit.name },
    kind,
    content: held.content,
    copyOf: held.copyOf,
    revision: held.revision,
    updatedAt: held.updatedAt?.toISOString() ?? null,
    updatedByName: held.updatedByName,
  };
}
