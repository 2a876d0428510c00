import { rechecks } from '@mingji/contract';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ChoiceSelect } from '../../components/choice-select.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import type { RecheckCase } from './case-columns.tsx';

interface Values {
  readonly checkerId: string;
  readonly reason: string;
}
interface ReassignCasesProps {
  readonly drawId: string;
  readonly cases: readonly RecheckCase[];
  readonly onDone: () => void;
}
/** Stands for: whoever the system finds. */
const BY_LOT = 'byLot';

/** Gives the ticked cases to another checker; those already decided stay as they are. */
export function ReassignCases({ drawId, cases, onDone }: ReassignCasesProps) {
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const waiting = cases.filter(({ state }) => state === 'assigned');
  const reassign = useCommand(rechecks.reassignRechecks, {
    invalidates: [rechecks.getRecheckDraw, rechecks.listRecheckCases, rechecks.listRecheckCheckers],
    refusals: 'inline',
    doneText: null,
  });
  const submit = async ({ checkerId, reason }: Values) => {
    const done = await reassign.run({
      params: { drawId },
      body: {
        caseIds: waiting.map(({ id }) => id),
        checkerId: checkerId === BY_LOT ? null : checkerId,
        reason,
      },
    });
    if (!done) return done;
    const [refused] = done.refused;
    if (refused)
      message.warning(`已改派 ${done.moved.length} 件，${done.refused.length} 件未改派：${refused.message}`);
    else message.success(`已改派 ${done.moved.length} 件，新的复核人会收到通知`);
    onDone();
    return done;
  };
  return (
    <>
      <Button disabled={waiting.length === 0} onClick={() => setOpen(true)}>
        改派复核人
      </Button>
      <FormModal<Values>
        open={open}
        title={`改派 ${waiting.length} 件待复核`}
        submitText="改派"
        onClose={() => setOpen(false)}
        command={reassign}
        initialValues={{ checkerId: BY_LOT }}
        onSubmit={submit}
      >
        <CheckerField drawId={drawId} />
        <Form.Item
          name="reason"
          label="理由"
          rules={[{ required: true, whitespace: true, message: '请写明为什么改派，如“原复核人已调离”' }]}
        >
          <Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2, maxRows: 4 }} />
        </Form.Item>
      </FormModal>
    </>
  );
}

function CheckerField({ drawId }: { readonly drawId: string }) {
  const found = useEndpoint(rechecks.listRecheckCheckers, { params: { drawId } });
  return (
    <Form.Item name="checkerId" label="新的复核人" rules={[{ required: true, message: '请选择复核人' }]}>
      <ChoiceSelect
        placeholder="姓名"
        loading={found.isFetching}
        options={[
          { value: BY_LOT, label: '由系统平均分派', hint: '不派给请假和有牵连的人' },
          ...(found.data?.checkers ?? []).map((each) => ({
            value: each.id,
            label: `${each.name}（${each.unitName}）`,
            hint: each.away ? '请假中' : `待复核 ${each.waiting} 件`,
          })),
        ]}
      />
    </Form.Item>
  );
}
