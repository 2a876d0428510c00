import { operations } from '@mingji/contract';
import { useCommand } from '../../api/use-command.ts';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { SubjectFields, type SubjectValues, subjectsOf } from './subject-fields.tsx';

interface AddSubjectsProps {
  readonly operation: operations.OperationDetail;
  readonly onClose: () => void;
}

export function AddSubjects({ operation, onClose }: AddSubjectsProps) {
  const add = useCommand(operations.addOperationSubjects, {
    invalidates: [operations.getOperation, operations.listOperationSubjects, operations.listOperations],
    refusals: 'inline',
    doneText: '已增加考核对象',
  });
  return (
    <FormDrawer<SubjectValues>
      open
      title="增加考核对象"
      onClose={onClose}
      command={add}
      submitText="增加"
      onSubmit={(values) =>
        add.run({ params: { operationId: operation.id }, body: { subjects: subjectsOf(values) } })
      }
    >
      <SubjectFields year={Number(operation.to.slice(0, 4))} />
    </FormDrawer>
  );
}
