import { PERIOD_ACTIONS, type PeriodAction, periodWorkflow } from '@mingji/engine';

const others: Readonly<Record<string, string>> = { created: '建立周期', deadlinesChanged: '调整期限' };

/** What the timeline calls an event of a period. */
export function eventLabel(action: string): string {
  const known = (PERIOD_ACTIONS as readonly string[]).includes(action);
  return known ? periodWorkflow.actions[action as PeriodAction] : (others[action] ?? action);
}
