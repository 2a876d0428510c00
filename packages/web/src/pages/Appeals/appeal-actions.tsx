import { appeals } from '@mingji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { DecideAppeal } from './decide-appeal.tsx';
import { FileSecondAppeal } from './file-second-appeal.tsx';
import { AskRecusal, AssignAppeal, RecuseOneself } from './recusal-forms.tsx';

type Dialog = 'decide' | 'further' | 'recuse' | 'challenge' | 'assign';
interface Props {
  readonly appeal: appeals.AppealDetail;
}

/** What this person may do with the appeal; one main action, the others beside it. */
export function useAppealActions(appeal: appeals.AppealDetail | undefined) {
  const [open, setOpen] = useState<Dialog | null>(null);
  if (!appeal) return { main: null, more: null, dialog: null };
  return {
    main: <MainAction appeal={appeal} onOpen={setOpen} />,
    more: <OtherActions appeal={appeal} onOpen={setOpen} />,
    dialog: open && <OpenDialog appeal={appeal} open={open} onClose={() => setOpen(null)} />,
  };
}

interface Opening extends Props {
  readonly onOpen: (dialog: Dialog) => void;
}
function MainAction({ appeal: { can }, onOpen }: Opening) {
  if (can.decide) {
    return (
      <Button type="primary" onClick={() => onOpen('decide')}>
        答复
      </Button>
    );
  }
  if (!can.appealFurther) return null;
  return (
    <Button type="primary" onClick={() => onOpen('further')}>
      提出二次复议
    </Button>
  );
}

function OtherActions({ appeal, onOpen }: Opening) {
  const { can } = appeal;
  const withdraw = useCommand(appeals.withdrawAppeal, {
    invalidates: [appeals.getAppeal, appeals.listAppeals],
    refusals: 'inline',
    doneText: '已撤回',
  });
  return (
    <>
      {can.recuse && <Button onClick={() => onOpen('recuse')}>回避</Button>}
      {can.assign && <Button onClick={() => onOpen('assign')}>指定答复人</Button>}
      {can.challenge && <Button onClick={() => onOpen('challenge')}>申请答复人回避</Button>}
      {can.withdraw && (
        <ConfirmAction
          label="撤回复议"
          consequence="撤回后可在期限内再次提出。"
          command={withdraw}
          onConfirm={() => withdraw.run({ params: { appealId: appeal.id }, body: {} })}
        />
      )}
    </>
  );
}

function OpenDialog({
  appeal,
  open,
  onClose,
}: Props & { readonly open: Dialog; readonly onClose: () => void }) {
  switch (open) {
    case 'decide':
      return <DecideAppeal appeal={appeal} onClose={onClose} />;
    case 'further':
      return appeal.further && <FileSecondAppeal first={appeal} further={appeal.further} onClose={onClose} />;
    case 'recuse':
      return <RecuseOneself appeal={appeal} onClose={onClose} />;
    case 'challenge':
      return <AskRecusal appeal={appeal} onClose={onClose} />;
    case 'assign':
      return <AssignAppeal appeal={appeal} onClose={onClose} />;
  }
}
