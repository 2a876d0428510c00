import { PERIOD_ACTIONS, type PeriodAction, periodWorkflow } from '@mingji/engine';

const others: Readonly<Record<string, string>> = {
  created: '建立周期',
  deadlinesChanged: '调整期限',
  calendarSet: '设定按日历办理',
  evaluate: '计算成绩',
  reopeningAsked: '申请重新开放',
  reopeningRefused: '不同意重新开放',
  reopeningWithdrawn: '撤回重新开放的申请',
  backEntryOpened: '开放补录',
  discarded: '作废试运行',
};

/** What the timeline calls an event of a period. */
export function eventLabel(action: string): string {
  const known = (PERIOD_ACTIONS as readonly string[]).includes(action);
  return known ? periodWorkflow.actions[action as PeriodAction] : (others[action] ?? action);
}
