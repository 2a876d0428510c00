import type { organization, Received } from '@mingji/contract';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { openService } from '../add-officer.ts';
import { dayBefore } from '../day-before.ts';
import { lockOfficer, receivingUnit, servicesOf } from '../lock-officer.ts';
import { viewOfficer } from '../queries/view-officer.ts';

type Wish = Received<typeof organization.transferOfficer>['body'];

/** A new service from a day on; the one before ends the day before. Also brings back somebody who had left. */
export function transferOfficer(
  ctx: Ctx,
  officerId: string,
  wish: Wish,
): Promise<{ officer: organization.OfficerView }> {
  const content = { officerId, ...wish };
  return runCommand(
    ctx,
    { name: 'organization.transferOfficer', requestId: wish.requestId, content },
    async (tx) => {
      const officer = await lockOfficer(tx, ctx, officerId);
      const unit = await receivingUnit(tx, ctx, wish.unitId, wish.from);
      const last = (await servicesOf(tx, officerId)).at(-1);
      const notBefore = last?.to_on ?? last?.from_on;
      if (notBefore !== undefined && wish.from <= notBefore) {
        throw new Refusal(
          'refused',
          `新的任职须在 ${notBefore} 之后开始；如是当时登记有误，请用“更正任职记录”。`,
          [{ path: 'from', message: `应晚于 ${notBefore}` }],
        );
      }
      if (last && last.to_on === null) {
        await tx
          .updateTable('membership')
          .set({ to_on: dayBefore(wish.from) })
          .where('id', '=', last.id)
          .execute();
      }
      await openService(tx, ctx, officerId, wish);
      if (officer.left_on !== null) {
        await tx.updateTable('officer').set({ left_on: null }).where('id', '=', officerId).execute();
      }
      return {
        result: { officer: await viewOfficer(tx, ctx, officerId) },
        audit: {
          action: 'officer.transferred',
          subjectKind: 'officer',
          subjectId: officerId,
          summary: `${officer.name}（${officer.police_no}）自 ${wish.from} 起任“${unit.name}”${wish.position}`,
          detail: { from: last?.unit_id ?? null, to: unit.id, status: wish.status },
        },
      };
    },
  );
}
