import { bulletins } from '@mingji/contract';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { PublishForm } from './publish-form.tsx';
import { ReceiptsDrawer } from './receipts-drawer.tsx';
import { ReturnForm } from './return-form.tsx';
import { readsOfBulletins } from './texts.ts';

interface ActionProps {
  readonly bulletin: bulletins.BulletinDetail;
}

/** The one thing to be done next. */
export function MainAction({ bulletin }: ActionProps) {
  const navigate = useNavigate();
  const [publishing, setPublishing] = useState(false);
  const approve = useCommand(bulletins.approveBulletin, {
    invalidates: readsOfBulletins,
    refusals: 'inline',
    doneText: '已批准并编号',
  });
  const { can, id } = bulletin;
  if (can.edit) {
    return (
      <Button type="primary" onClick={() => void navigate({ to: `/bulletins/${id}/edit` })}>
        修改
      </Button>
    );
  }
  if (can.approve) {
    return (
      <ConfirmAction
        label="批准"
        button={{ type: 'primary' }}
        consequence="批准后自动编号，文字和数据不再改变。发现错误只能另发更正。"
        command={approve}
        onConfirm={() => approve.run({ params: { bulletinId: id }, body: {} })}
      />
    );
  }
  if (can.publish) {
    return (
      <>
        <Button type="primary" onClick={() => setPublishing(true)}>
          发布
        </Button>
        {publishing && <PublishForm bulletin={bulletin} onClose={() => setPublishing(false)} />}
      </>
    );
  }
  return null;
}

/** What may be done besides. */
export function QuietActions({ bulletin }: ActionProps) {
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'return' | 'receipts' | null>(null);
  const withdraw = useCommand(bulletins.withdrawBulletin, {
    invalidates: readsOfBulletins,
    refusals: 'inline',
    doneText: '已撤回，可以修改',
  });
  const correct = useCommand(bulletins.createBulletin, {
    invalidates: readsOfBulletins,
    refusals: 'inline',
    doneText: '更正草稿已生成',
    onDone: ({ bulletinId }) => void navigate({ to: `/bulletins/${bulletinId}/edit` }),
  });
  const { can, id } = bulletin;
  return (
    <>
      {can.withdraw && (
        <ConfirmAction
          label="撤回"
          consequence="撤回后可以修改，改好后重新送审。"
          command={withdraw}
          onConfirm={() => withdraw.run({ params: { bulletinId: id }, body: {} })}
        />
      )}
      {can.approve && <Button onClick={() => setDialog('return')}>退回修改</Button>}
      {can.seeReceipts && <Button onClick={() => setDialog('receipts')}>阅读情况</Button>}
      {can.correct && (
        <ConfirmAction
          label="更正"
          consequence="已发布的通报不能修改。将生成一份更正通报的草稿，经审批编号后发布，原通报会注明已更正。"
          command={correct}
          onConfirm={() =>
            correct.run({
              body: { unitId: bulletin.unit.id, kind: 'correction', periodIds: [], corrects: id },
            })
          }
        />
      )}
      {dialog === 'return' && <ReturnForm bulletinId={id} onClose={() => setDialog(null)} />}
      {dialog === 'receipts' && <ReceiptsDrawer bulletin={bulletin} onClose={() => setDialog(null)} />}
    </>
  );
}
