import { periodCalendar, periods, pilot } from '@mingji/contract';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import type { Period } from './texts.ts';

/** A trial that has taught what it had to is thrown away, with the reason on record. */
export function DiscardTrial({ period }: { readonly period: Period }) {
  const command = useCommand(periodCalendar.discardTrial, {
    invalidates: [periods.listPeriods, periods.getPeriod, pilot.getPilot],
    refusals: 'inline',
    doneText: '试运行已作废',
  });
  if (!period.trial || !period.canChange) return null;
  return (
    <ConfirmAction
      label="作废试运行"
      consequence="作废后不再接受填报和审核，待审的填报一并撤回，成绩不再显示；台账照旧保存。不能恢复。"
      reason="作废的原因"
      command={command}
      onConfirm={(reason) => command.run({ params: { periodId: period.id }, body: { reason } })}
    />
  );
}
