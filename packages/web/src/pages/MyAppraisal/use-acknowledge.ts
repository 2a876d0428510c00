import { entries, scoreLog, workbench } from '@mingji/contract';
import { useCommand } from '../../api/use-command.ts';

/** 已知悉、有异议 (P13): by the one concerned, on one entry or many. */
export function useAcknowledge(onDone?: () => void) {
  const command = useCommand(scoreLog.acknowledgeEntries, {
    invalidates: [entries.listEntries, entries.getEntry, workbench.getWorkbench],
    doneText: null,
    ...(onDone ? { onDone } : {}),
  });
  return {
    isPending: command.isPending,
    mark: (entryIds: string[], mark: entries.AcknowledgementMark) =>
      command.run({ body: { entryIds, mark } }),
  };
}
