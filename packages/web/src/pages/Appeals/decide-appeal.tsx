import { appeals, submissions } from '@mingji/contract';
import { APPEAL_INSTANCES } from '@mingji/engine';
import { Form, Input, Radio } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import type { ShownFile } from '../../components/file-list.tsx';
import { FileUpload } from '../../components/file-upload.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { FactFields } from '../Report/fact-fields.tsx';

interface Values {
  readonly outcome: 'upheld' | 'partlyUpheld' | 'dismissed';
  readonly corrects?: 'cancel' | 'correct';
  readonly answer: string;
  readonly files?: readonly ShownFile[];
  readonly eventCode?: string;
  readonly quantity?: string | null;
  readonly ofQuantity?: string | null;
  readonly chosenPoints?: string | null;
}

interface DecideAppealProps {
  readonly appeal: appeals.AppealDetail;
  readonly onClose: () => void;
}

/** The answer with reasons; upheld, it says what is right instead, or that the score falls away. */
export function DecideAppeal({ appeal, onClose }: DecideAppealProps) {
  const decide = useCommand(appeal.instance === 2 ? appeals.decideSecondAppeal : appeals.decideAppeal, {
    invalidates: [appeals.getAppeal, appeals.listAppeals, submissions.getSubmission],
    refusals: 'inline',
    doneText: '已答复，当事人可以看到',
  });
  const { entry } = appeal;
  const initialValues: Partial<Values> = {
    corrects: entry ? 'correct' : 'cancel',
    ...(entry?.event ? { eventCode: entry.event.code } : {}),
    ...(entry?.quantity ? { quantity: entry.quantity } : {}),
    ...(entry?.ofQuantity ? { ofQuantity: entry.ofQuantity } : {}),
    ...(entry?.chosenPoints ? { chosenPoints: entry.chosenPoints } : {}),
  };
  const submit = (values: Values) =>
    decide.run({
      params: { appealId: appeal.id },
      body: {
        outcome: values.outcome,
        answer: values.answer,
        fileIds: (values.files ?? []).map((file) => file.id),
        correction: corrected(values) ? factsOf(values) : null,
      },
    });
  return (
    <FormDrawer<Values>
      open
      title={`答复${appeal.subject.name}的${APPEAL_INSTANCES[appeal.instance]}`}
      onClose={onClose}
      command={decide}
      submitText="答复"
      draftKey={`decide.${appeal.id}`}
      initialValues={initialValues}
      onSubmit={submit}
    >
      <DecisionFields appeal={appeal} />
    </FormDrawer>
  );
}

function DecisionFields({ appeal }: { readonly appeal: appeals.AppealDetail }) {
  const form = Form.useFormInstance<Values>();
  const outcome = Form.useWatch('outcome', form);
  const corrects = Form.useWatch('corrects', form);
  const work = appeal.about === 'submission';
  return (
    <>
      {appeal.instance === 2 && <p className="mj-quiet">二次复议的答复是终局结论，不再有下一级复议。</p>}
      <Form.Item name="outcome" label="结论" rules={[{ required: true, message: '请选择结论' }]}>
        <Radio.Group
          vertical
          options={[
            { value: 'upheld', label: work ? '认定成立，采纳该填报并记分' : '认定成立，更正得分' },
            { value: 'partlyUpheld', label: '部分支持，按下面认定的内容更正' },
            { value: 'dismissed', label: '维持原结果' },
          ]}
        />
      </Form.Item>
      {outcome === 'upheld' && (
        <Form.Item name="corrects" label="更正方式">
          <Radio.Group
            vertical
            options={
              work
                ? [
                    { value: 'cancel', label: '按填报的内容记分' },
                    { value: 'correct', label: '按下面认定的内容记分' },
                  ]
                : [
                    { value: 'correct', label: '冲销原记录，按下面的内容重新记分' },
                    { value: 'cancel', label: '只冲销原记录，不再记分' },
                  ]
            }
          />
        </Form.Item>
      )}
      {(outcome === 'partlyUpheld' || (outcome === 'upheld' && corrects === 'correct')) && (
        <FactFields form={appeal.form} choosesPoints />
      )}
      <Form.Item
        name="answer"
        label="理由"
        rules={[{ required: true, whitespace: true, message: '请写明理由，当事人可以看到' }]}
      >
        <Input.TextArea maxLength={4000} showCount autoSize={{ minRows: 4, maxRows: 12 }} />
      </Form.Item>
      <Form.Item name="files" label="核查材料">
        <FileUpload />
      </Form.Item>
    </>
  );
}

/** Granted in part is always said in numbers. */
function corrected({ outcome, corrects }: Values): boolean {
  return outcome === 'partlyUpheld' || (outcome === 'upheld' && corrects === 'correct');
}

function factsOf(values: Values) {
  return {
    ...(values.eventCode ? { eventCode: values.eventCode } : {}),
    ...(values.quantity ? { quantity: values.quantity } : {}),
    ...(values.ofQuantity ? { ofQuantity: values.ofQuantity } : {}),
    ...(values.chosenPoints ? { chosenPoints: values.chosenPoints } : {}),
  };
}
