import type { organization, Received } from '@mingji/contract';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { personalColumns, refuseTakenOfficer } from '../add-officer.ts';
import { storeIdNumber } from '../id-number.ts';
import { lockOfficer } from '../lock-officer.ts';
import { viewOfficer } from '../queries/view-officer.ts';

type Wish = Received<typeof organization.changeOfficer>['body'];

export function changeOfficer(
  ctx: Ctx,
  officerId: string,
  wish: Wish,
): Promise<{ officer: organization.OfficerView }> {
  const content = { officerId, ...wish };
  return runCommand(
    ctx,
    { name: 'organization.changeOfficer', requestId: wish.requestId, content },
    async (tx) => {
      const before = await lockOfficer(tx, ctx, officerId);
      await refuseTakenOfficer(tx, ctx, { id: officerId, policeNo: wish.policeNo, idNo: wish.idNo ?? null });
      const columns = personalColumns(wish);
      await tx
        .updateTable('officer')
        .set({ ...columns, ...(wish.idNo === undefined ? {} : storeIdNumber(ctx.deps, wish.idNo)) })
        .where('id', '=', officerId)
        .execute();
      const changed = Object.entries(columns)
        .filter(([column, value]) => before[column as keyof typeof columns] !== value)
        .map(([column, value]) => ({ column, from: before[column as keyof typeof columns], to: value }));
      return {
        result: { officer: await viewOfficer(tx, ctx, officerId) },
        audit: {
          action: 'officer.changed',
          subjectKind: 'officer',
          subjectId: officerId,
          summary: `更正人员信息：${wish.name}（${wish.policeNo}）`,
          detail: { changed, idNoChanged: wish.idNo !== undefined },
        },
      };
    },
  );
}
