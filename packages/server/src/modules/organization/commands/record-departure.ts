import type { organization, Received } from '@mingji/contract';
import { chineseDate } from '@mingji/engine';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { lockOfficer, servicesOf } from '../lock-officer.ts';
import { viewOfficer } from '../queries/view-officer.ts';

type Wish = Received<typeof organization.recordDeparture>['body'];

/** `on` is the last day of service: until then the officer is on the list, afterwards in no denominator (§8). */
export function recordDeparture(
  ctx: Ctx,
  officerId: string,
  wish: Wish,
): Promise<{ officer: organization.OfficerView }> {
  const content = { officerId, ...wish };
  return runCommand(
    ctx,
    { name: 'organization.recordDeparture', requestId: wish.requestId, content },
    async (tx) => {
      const officer = await lockOfficer(tx, ctx, officerId);
      if (officer.left_on !== null) {
        throw new Refusal(
          'conflict',
          `${officer.name} 已登记于${chineseDate(officer.left_on)}离开，请刷新后查看。`,
        );
      }
      const last = (await servicesOf(tx, officerId)).at(-1);
      if (last && wish.on < last.from_on) {
        throw new Refusal('refused', `离开日期不能早于现任职的起始日期${chineseDate(last.from_on)}。`, [
          { path: 'on', message: `不能早于${chineseDate(last.from_on)}` },
        ]);
      }
      if (last && last.to_on === null) {
        await tx.updateTable('membership').set({ to_on: wish.on }).where('id', '=', last.id).execute();
      }
      await tx.updateTable('officer').set({ left_on: wish.on }).where('id', '=', officerId).execute();
      return {
        result: { officer: await viewOfficer(tx, ctx, officerId) },
        audit: {
          action: 'officer.left',
          subjectKind: 'officer',
          subjectId: officerId,
          summary: `登记 ${officer.name}（${officer.police_no}）于 ${wish.on} 离开：${wish.reason}`,
        },
      };
    },
  );
}
