import type { organization, Received } from '@mingji/contract';
import { chineseDate } from '@mingji/engine';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { dayBefore } from '../day-before.ts';
import { lockOfficer, servicesOf } from '../lock-officer.ts';
import { viewOfficer } from '../queries/view-officer.ts';

type Wish = Received<typeof organization.correctMembership>['body'];

/** Puts one entered service right. Its neighbours keep what they say; only the seam before it moves along. */
export function correctMembership(
  ctx: Ctx,
  officerId: string,
  membershipId: string,
  wish: Wish,
): Promise<{ officer: organization.OfficerView }> {
  const content = { officerId, membershipId, ...wish };
  return runCommand(
    ctx,
    { name: 'organization.correctMembership', requestId: wish.requestId, content },
    async (tx) => {
      const officer = await lockOfficer(tx, ctx, officerId);
      const services = await servicesOf(tx, officerId);
      const at = services.findIndex((service) => service.id === membershipId);
      const service = services[at];
      if (!service) throw notFound('任职记录');
      const previous = services[at - 1];
      if (previous && wish.from <= previous.from_on) {
        throw new Refusal('refused', `起始日期须晚于上一段任职的起始日期${chineseDate(previous.from_on)}。`, [
          { path: 'from', message: `应晚于${chineseDate(previous.from_on)}` },
        ]);
      }
      if (service.to_on !== null && wish.from > service.to_on) {
        throw new Refusal('refused', `起始日期不能晚于这段任职的结束日期${chineseDate(service.to_on)}。`, [
          { path: 'from', message: `不能晚于${chineseDate(service.to_on)}` },
        ]);
      }
      if (previous && previous.to_on === dayBefore(service.from_on)) {
        await tx
          .updateTable('membership')
          .set({ to_on: dayBefore(wish.from) })
          .where('id', '=', previous.id)
          .execute();
      }
      const after = {
        position: wish.position,
        post: wish.post,
        status: wish.status,
        status_note: wish.statusNote,
        from_on: wish.from,
      };
      await tx.updateTable('membership').set(after).where('id', '=', membershipId).execute();
      return {
        result: { officer: await viewOfficer(tx, ctx, officerId) },
        audit: {
          action: 'officer.serviceCorrected',
          subjectKind: 'officer',
          subjectId: officerId,
          summary: `更正 ${officer.name}（${officer.police_no}）的任职记录：${wish.reason}`,
          detail: { membershipId, before: service, after },
        },
      };
    },
  );
}
