import type { organization, Received } from '@mingji/contract';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { addOfficer, refuseTakenOfficer } from '../add-officer.ts';
import { receivingUnit } from '../lock-officer.ts';
import { viewOfficer } from '../queries/view-officer.ts';

type Wish = Received<typeof organization.createOfficer>['body'];

export function createOfficer(ctx: Ctx, wish: Wish): Promise<{ officer: organization.OfficerView }> {
  return runCommand(
    ctx,
    { name: 'organization.createOfficer', requestId: wish.requestId, content: wish },
    async (tx) => {
      const unit = await receivingUnit(tx, ctx, wish.unitId, wish.from);
      await refuseTakenOfficer(tx, ctx, { id: null, ...wish });
      const id = await addOfficer(tx, ctx, { officer: wish, service: wish });
      return {
        result: { officer: await viewOfficer(tx, ctx, id) },
        audit: {
          action: 'officer.created',
          subjectKind: 'officer',
          subjectId: id,
          summary: `在“${unit.name}”新增人员 ${wish.name}（${wish.policeNo}）`,
        },
      };
    },
  );
}
