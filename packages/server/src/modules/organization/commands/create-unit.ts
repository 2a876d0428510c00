import type { organization, Received } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { addUnit } from '../add-unit.ts';
import { lockTree } from '../lock-tree.ts';
import { findUnit } from '../queries/find-unit.ts';
import { viewUnit } from '../queries/list-units.ts';

type Wish = Received<typeof organization.createUnit>['body'];

export function createUnit(ctx: Ctx, wish: Wish): Promise<{ unit: organization.UnitView }> {
  const { requestId, parentId, ...unit } = wish;
  return runCommand(ctx, { name: 'organization.createUnit', requestId, content: wish }, async (tx) => {
    const { bureauId } = ctx.actor;
    await lockTree(tx, bureauId);
    const parent = await findUnit(tx, bureauId, parentId);
    requireAccess(ctx, 'unit.manage', { unitPath: parent.path });
    const made = await addUnit(tx, bureauId, parent, unit);
    return {
      result: { unit: await viewUnit(tx, ctx, made.id) },
      audit: {
        action: 'unit.created',
        subjectKind: 'unit',
        subjectId: made.id,
        summary: `在“${parent.name}”下新设“${made.name}”（${made.code}）`,
      },
    };
  });
}
