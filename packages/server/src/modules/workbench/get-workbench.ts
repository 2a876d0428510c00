import type { workbench } from '@mingji/contract';
import { holdsAbility } from '@mingji/engine';
import type { z } from 'zod';
import type { Ctx } from '../../context.ts';
import { bulletinWork } from '../bulletins/index.ts';
import { effectiveState } from '../periods/index.ts';
import { accountWork } from './account-work.ts';
import { type ConcernedPeriod, concernedPeriods } from './concerned-periods.ts';
import { filingsToDecide } from './filing-work.ts';
import { officeWork } from './office-work.ts';
import { outcomeWork } from './outcome-work.ts';
import { ownWork } from './own-work.ts';
import { pressWork } from './press-work.ts';
import { overdueReviews, rechecksToDecide } from './recheck-work.ts';
import { reopeningsToConfirm } from './reopening-work.ts';
import { appealsToAnswer, queueByIndicator } from './review-work.ts';
import { unitWork } from './unit-work.ts';
import { byDeadline, type Waiting } from './urgency.ts';

type Answer = z.input<typeof workbench.getWorkbench.response>;

/** What waits for this person, by deadline, one group for each part the person plays. */
export async function getWorkbench(ctx: Ctx): Promise<Answer> {
  const business = holdsAbility(ctx.actor, 'period.read');
  const concerned = business ? await concernedPeriods(ctx) : [];
  const where = (concerns: (each: ConcernedPeriod) => boolean) =>
    concerned.filter(concerns).map(({ period }) => period);
  const groups: Answer['groups'] = [];
  const add = async (
    key: workbench.WorkbenchGroup,
    title: string,
    emptyText: string,
    items: Promise<Waiting[]>,
  ) => {
    groups.push({ key, title, emptyText, items: byDeadline(ctx.now, await items) });
  };
  if (holdsAbility(ctx.actor, 'press.reply')) {
    const presses = await pressWork(ctx);
    // Nobody presses every day: an empty group would only stand in the way.
    if (presses.length > 0) await add('presses', '待我说明的催办', '', Promise.resolve(presses));
  }
  if (holdsAbility(ctx.actor, 'submission.review')) {
    await add(
      'review',
      '待我审核',
      '没有待审核的填报。各单位填报后按归口流转到这里。',
      queueByIndicator(ctx),
    );
  }
  if (holdsAbility(ctx.actor, 'appeal.decide') || holdsAbility(ctx.actor, 'appeal.decideFinally')) {
    await add('appeals', '待我答复的复议', '没有待答复的复议。', appealsToAnswer(ctx));
  }
  if (holdsAbility(ctx.actor, 'recheck.decide')) {
    const rechecks = await rechecksToDecide(ctx);
    // Drawn now and then.
    if (rechecks.length > 0) await add('rechecks', '待我复核', '', Promise.resolve(rechecks));
  }
  if (holdsAbility(ctx.actor, 'review.arrange')) {
    const late = await overdueReviews(ctx);
    if (late.length > 0) await add('lateReviews', '审核超时', '', Promise.resolve(late));
  }
  if (holdsAbility(ctx.actor, 'period.confirmReopening')) {
    const reopenings = await reopeningsToConfirm(ctx);
    if (reopenings.length > 0) await add('reopenings', '待我复核的重新开放', '', Promise.resolve(reopenings));
  }
  if (holdsAbility(ctx.actor, 'period.manage')) {
    await add(
      'office',
      '周期进度',
      '还没有进行中的周期，请先建立并开放。',
      officeWork(
        ctx,
        where(({ runs }) => runs),
      ),
    );
  }
  if (holdsAbility(ctx.actor, 'ruleSet.file')) {
    const filings = await filingsToDecide(ctx);
    // Filing is rare: an empty group would only stand in the way.
    if (filings.length > 0) await add('filings', '待我办理的备案', '', Promise.resolve(filings));
  }
  if (holdsAbility(ctx.actor, 'bulletin.read')) {
    const bulletins = await bulletinWork(ctx);
    // Nothing to read or to approve is the usual thing.
    if (bulletins.length > 0) await add('bulletins', '通报', '', Promise.resolve(bulletins));
  }
  if (leadsUnit(ctx)) {
    await add(
      'unit',
      '本单位进度',
      '本单位没有进行中的周期。',
      unitWork(
        ctx,
        where(({ below }) => below),
      ),
    );
  }
  if (holdsAbility(ctx.actor, 'submission.create')) {
    await add(
      'mine',
      '我的待办',
      '没有待办事项。可以从“填报”报送新完成的工作。',
      ownWork(
        ctx,
        where(({ self }) => self),
      ),
    );
  }
  if (holdsAbility(ctx.actor, 'outcome.read')) {
    const waiting = await outcomeWork(ctx);
    // Like filing: shown where there is something.
    if (waiting.length > 0) await add('outcomes', '书面检查与结果运用', '', Promise.resolve(waiting));
  }
  if (holdsAbility(ctx.actor, 'account.read')) {
    await add('accounts', '账号', '没有待审批的账号。', accountWork(ctx));
  }
  return {
    serverTime: ctx.now.toISOString(),
    periods: concerned.map(({ period }) => ({
      id: period.id,
      label: period.label,
      ruleSetName: period.ruleSetName,
      state: effectiveState({ state: period.state, submit_by: period.submitBy }, ctx.now),
      submitBy: period.submitBy.toISOString(),
      reviewBy: period.reviewBy.toISOString(),
    })),
    groups,
  };
}

function leadsUnit(ctx: Ctx): boolean {
  return ctx.actor.grants.some((grant) => grant.role === 'unitHead' || grant.role === 'unitClerk');
}
