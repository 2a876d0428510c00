import type { organization, Received } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { lockTree } from '../lock-tree.ts';
import { findUnit } from '../queries/find-unit.ts';
import { viewUnit } from '../queries/list-units.ts';
import { storeAliases } from '../store-aliases.ts';

type Wish = Received<typeof organization.setUnitAliases>['body'];

export function setUnitAliases(
  ctx: Ctx,
  unitId: string,
  wish: Wish,
): Promise<{ unit: organization.UnitView }> {
  const content = { unitId, ...wish };
  return runCommand(
    ctx,
    { name: 'organization.setAliases', requestId: wish.requestId, content },
    async (tx) => {
      await lockTree(tx, ctx.actor.bureauId);
      const unit = await findUnit(tx, ctx.actor.bureauId, unitId);
      requireAccess(ctx, 'unit.manage', { unitPath: unit.path });
      await storeAliases(tx, ctx.actor.bureauId, unitId, wish.aliases);
      return {
        result: { unit: await viewUnit(tx, ctx, unitId) },
        audit: {
          action: 'unit.aliasesSet',
          subjectKind: 'unit',
          subjectId: unitId,
          summary: `“${unit.name}”的别名改为：${wish.aliases.join('、') || '无'}`,
        },
      };
    },
  );
}
