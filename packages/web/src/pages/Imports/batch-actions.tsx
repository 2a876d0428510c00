import { imports } from '@mingji/contract';
import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';

export function AbandonButton({ batch }: { readonly batch: imports.ImportBatch }) {
  const navigate = useNavigate();
  const abandon = useCommand(imports.abandonImport, {
    invalidates: [imports.listImports],
    refusals: 'inline',
    onDone: () => void navigate({ to: '/imports' }),
  });
  return (
    <ConfirmAction
      label="放弃此文件"
      consequence="没有写入任何数据；已做的核对和更正不再保留。"
      command={abandon}
      onConfirm={() => abandon.run({ params: { batchId: batch.id }, body: {} })}
    />
  );
}

export function UndoButton({ batch }: { readonly batch: imports.ImportBatch }) {
  const undo = useCommand(imports.undoImport, {
    invalidates: [imports.getImport, imports.listImports],
    refusals: 'inline',
  });
  return (
    <ConfirmAction
      label="撤销整批"
      consequence={`撤去 ${batch.number} 写入的全部内容（${batch.written ?? ''}）。仅在没有其他数据依赖它们时可以撤销。`}
      reason="撤销原因"
      command={undo}
      onConfirm={(reason) => undo.run({ params: { batchId: batch.id }, body: { reason } })}
      button={{ danger: true, disabled: !batch.undo.possible }}
    />
  );
}
