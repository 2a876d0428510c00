import { periods, results } from '@mingji/contract';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { blockersOf, type Closing, isComputing } from './closing-steps.ts';

/** Puts the computed results on notice: from then on everybody sees what §17 lets him see. */
export function PublishAction({ closing }: { readonly closing: Closing }) {
  const command = useCommand(results.publishResults, {
    refusals: 'inline',
    invalidates: [results.getClosing, results.listRanking, periods.listPeriods, periods.getPeriod],
    doneText: '已公示',
  });
  const { id, label, state } = closing.period;
  const ready = state === 'reviewing' || state === 'submissionClosed';
  const blocked = blockersOf(closing, 'publish').length > 0 || isComputing(closing);
  return (
    <ConfirmAction
      label="公示成绩"
      consequence={
        <>
          公示 {label}的成绩后，单位名次全局可见，民警名次本序列可见，得分明细本人和所在单位可见，
          并开始计算公示期和复议期。公示后仍可退回审核，但须写明理由。
        </>
      }
      command={command}
      onConfirm={() => command.run({ params: { periodId: id }, body: {} })}
      button={{ type: ready && !blocked ? 'primary' : 'default', disabled: !ready || blocked }}
    />
  );
}
