import { periods, results } from '@mingji/contract';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import type { Closing } from './closing-steps.ts';

/** Closes submission before its deadline; past it the clock has done so, and there is nothing to press. */
export function CloseAction({ closing }: { readonly closing: Closing }) {
  const command = useCommand(periods.movePeriod, {
    refusals: 'inline',
    invalidates: [results.getClosing, periods.listPeriods, periods.getPeriod],
    doneText: '填报已截止',
  });
  if (closing.period.state !== 'open') return <span className="mj-quiet">已截止</span>;
  return (
    <ConfirmAction
      label="提前截止填报"
      consequence="立即停止填报。未到截止时间提前截止的，请先告知参评单位；需要时可重新开放。"
      command={command}
      onConfirm={() =>
        command.run({
          params: { periodId: closing.period.id },
          body: { action: 'closeSubmission', reason: null, submitOn: null },
        })
      }
    />
  );
}
