import type { workbench } from '@mingji/contract';
import { type Ability, type Actor, holdsAbility } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import { bulletinWork } from '../bulletins/index.ts';
import { accountWork } from './account-work.ts';
import type { ConcernedPeriod } from './concerned-periods.ts';
import { filingsToDecide } from './filing-work.ts';
import { officeWork } from './office-work.ts';
import { outcomeWork } from './outcome-work.ts';
import { ownWork } from './own-work.ts';
import { pressWork } from './press-work.ts';
import { overdueReviews, rechecksToDecide } from './recheck-work.ts';
import { reopeningsToConfirm } from './reopening-work.ts';
import { appealsToAnswer, queueByIndicator } from './review-work.ts';
import { unitWork } from './unit-work.ts';
import type { Waiting } from './urgency.ts';

/** One part a person may play, and what waits for it. */
interface Group {
  readonly key: workbench.WorkbenchGroup;
  readonly title: string;
  /** What stands there when nothing waits. Without it the group is not shown then: for what comes up now and then. */
  readonly emptyText?: string;
  readonly belongsTo: (actor: Actor) => boolean;
  readonly find: (ctx: Ctx, concerned: readonly ConcernedPeriod[]) => Promise<Waiting[]>;
}

const holder =
  (...abilities: readonly Ability[]) =>
  (actor: Actor): boolean =>
    abilities.some((ability) => holdsAbility(actor, ability));

const leadsUnit = (actor: Actor): boolean =>
  actor.grants.some((grant) => grant.role === 'unitHead' || grant.role === 'unitClerk');

const periodsWhere = (
  concerned: readonly ConcernedPeriod[],
  concerns: (each: ConcernedPeriod) => boolean,
): ConcernedPeriod['period'][] => concerned.filter(concerns).map(({ period }) => period);

/** In the order of the page. */
export const GROUPS: readonly Group[] = [
  { key: 'presses', title: '待我说明的催办', belongsTo: holder('press.reply'), find: pressWork },
  {
    key: 'review',
    title: '待我审核',
    emptyText: '没有待审核的填报。各单位填报后按归口流转到这里。',
    belongsTo: holder('submission.review'),
    find: queueByIndicator,
  },
  {
    key: 'appeals',
    title: '待我答复的复议',
    emptyText: '没有待答复的复议。',
    belongsTo: holder('appeal.decide', 'appeal.decideFinally'),
    find: appealsToAnswer,
  },
  { key: 'rechecks', title: '待我复核', belongsTo: holder('recheck.decide'), find: rechecksToDecide },
  { key: 'lateReviews', title: '审核超时', belongsTo: holder('review.arrange'), find: overdueReviews },
  {
    key: 'reopenings',
    title: '待我复核的重新开放',
    belongsTo: holder('period.confirmReopening'),
    find: reopeningsToConfirm,
  },
  {
    key: 'office',
    title: '周期进度',
    emptyText: '还没有进行中的周期，请先建立并开放。',
    belongsTo: holder('period.manage'),
    find: (ctx, concerned) =>
      officeWork(
        ctx,
        periodsWhere(concerned, ({ runs }) => runs),
      ),
  },
  { key: 'filings', title: '待我办理的备案', belongsTo: holder('ruleSet.file'), find: filingsToDecide },
  { key: 'bulletins', title: '通报', belongsTo: holder('bulletin.read'), find: bulletinWork },
  {
    key: 'unit',
    title: '本单位进度',
    emptyText: '本单位没有进行中的周期。',
    belongsTo: leadsUnit,
    find: (ctx, concerned) =>
      unitWork(
        ctx,
        periodsWhere(concerned, ({ below }) => below),
      ),
  },
  {
    key: 'mine',
    title: '我的待办',
    emptyText: '没有待办事项。可以从“填报”报送新完成的工作。',
    belongsTo: holder('submission.create'),
    find: (ctx, concerned) =>
      ownWork(
        ctx,
        periodsWhere(concerned, ({ self }) => self),
      ),
  },
  { key: 'outcomes', title: '书面检查与结果运用', belongsTo: holder('outcome.read'), find: outcomeWork },
  {
    key: 'accounts',
    title: '账号',
    emptyText: '没有待审批的账号。',
    belongsTo: holder('account.read'),
    find: accountWork,
  },
];
