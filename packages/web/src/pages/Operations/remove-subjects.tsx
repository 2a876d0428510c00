import { operations } from '@mingji/contract';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';

interface RemoveSubjectsProps {
  readonly operationId: string;
  readonly subjects: readonly {
    readonly kind: 'unit' | 'officer';
    readonly id: string;
    readonly name: string;
  }[];
  readonly onDone: () => void;
}

/** Takes the ticked ones off the list; who has reported is named and stays. */
export function RemoveSubjects({ operationId, subjects, onDone }: RemoveSubjectsProps) {
  const remove = useCommand(operations.removeOperationSubjects, {
    invalidates: [operations.getOperation, operations.listOperationSubjects, operations.listOperations],
    refusals: 'inline',
    doneText: `已移出 ${subjects.length} 个考核对象`,
  });
  const [first] = subjects;
  return (
    <ConfirmAction
      label="移出考核对象"
      consequence={`移出${first?.name ?? ''}${subjects.length > 1 ? `等 ${subjects.length} 个对象` : ''}，此后不能在本次行动中填报、记分；已有填报或得分的不能移出。移错了可以再增加。`}
      reason="原因"
      command={remove}
      onConfirm={async (reason) => {
        const done = await remove.run({
          params: { operationId },
          body: { subjects: subjects.map(({ kind, id }) => ({ kind, id })), reason },
        });
        if (done) onDone();
        return done;
      }}
    />
  );
}
