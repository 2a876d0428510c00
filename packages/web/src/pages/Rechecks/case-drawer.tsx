import { rechecks, submissions } from '@mingji/contract';
import { Form, Input, Radio } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { FactFields } from '../Report/fact-fields.tsx';
import {
  ClauseNote,
  SubmissionEntries,
  SubmissionTimeline,
  SubmissionVersions,
} from '../Submissions/submission-view.tsx';
import type { RecheckCase } from './case-columns.tsx';
import { CaseView } from './case-view.tsx';

interface Values {
  readonly outcome: 'upheld' | 'corrected' | 'cancelled' | 'noted';
  readonly eventCode?: string;
  readonly quantity?: string | null;
  readonly ofQuantity?: string | null;
  readonly chosenPoints?: string | null;
  readonly reason?: string;
}
interface CaseDrawerProps {
  readonly item: RecheckCase;
  readonly onClose: () => void;
}

/** The work with its evidence as the reviewer saw it, and the second look's outcome. */
export function CaseDrawer({ item, onClose }: CaseDrawerProps) {
  const detail = useEndpoint(submissions.getSubmission, { params: { submissionId: item.submission.id } });
  const decide = useCommand(rechecks.decideRecheck, {
    invalidates: [rechecks.listRecheckCases, rechecks.getRecheckDraw, rechecks.listRecheckDraws],
    refusals: 'inline',
    doneText: '已作出复核结论',
  });
  const submission = detail.data?.submission;
  if (!item.can.decide) return <CaseView item={item} submission={submission} onClose={onClose} />;
  const newest = submission?.versions.at(-1);
  const submit = ({ outcome, reason, ...facts }: Values) => {
    const params = { caseId: item.id };
    const said = reason?.trim() ?? '';
    if (outcome === 'upheld') {
      return decide.run({ params, body: { outcome, ...(said ? { reason: said } : {}) } });
    }
    if (outcome === 'noted') return decide.run({ params, body: { outcome, reason: said } });
    const replacement = outcome === 'corrected' ? given(facts) : null;
    return decide.run({ params, body: { outcome: 'corrected', reason: said, replacement } });
  };
  return (
    <FormDrawer<Values>
      open
      width={760}
      title={`复核“${item.submission.title}”`}
      onClose={onClose}
      command={decide}
      submitText="作出结论"
      draftKey={`recheck.${item.id}`}
      initialValues={{
        ...(newest?.event ? { eventCode: newest.event.code } : {}),
        ...(newest?.quantity ? { quantity: newest.quantity } : {}),
        ...(newest?.ofQuantity ? { ofQuantity: newest.ofQuantity } : {}),
      }}
      onSubmit={submit}
    >
      {submission ? (
        <>
          <ClauseNote submission={submission} />
          <SubmissionVersions submission={submission} />
          <SubmissionEntries submission={submission} />
          <OutcomeFields item={item} submission={submission} />
          <SubmissionTimeline submission={submission} />
        </>
      ) : (
        <LoadingState />
      )}
    </FormDrawer>
  );
}

interface OutcomeFieldsProps {
  readonly item: RecheckCase;
  readonly submission: submissions.SubmissionDetail;
}

function OutcomeFields({ item, submission }: OutcomeFieldsProps) {
  const outcome = Form.useWatch<Values['outcome']>('outcome');
  const wrong = item.submission.period.sealed
    ? [{ value: 'noted', label: '应更正：周期已封存，记录备查，由当事人复议或在当前周期处理' }]
    : [
        { value: 'corrected', label: '应更正：冲销后按下面的内容重新记分', disabled: !item.can.correct },
        { value: 'cancelled', label: '应更正：只冲销，不再记分', disabled: !item.can.correct },
      ];
  return (
    <>
      <Form.Item name="outcome" label="复核结论" rules={[{ required: true, message: '请选择结论' }]}>
        <Radio.Group vertical options={[{ value: 'upheld', label: '维持原审核' }, ...wrong]} />
      </Form.Item>
      {outcome === 'corrected' && <FactFields form={submission.form} choosesPoints />}
      <Form.Item
        name="reason"
        label="理由"
        extra={outcome === 'upheld' ? '可以不填。' : '当事人和原审核人都会看到。'}
        rules={
          outcome === 'upheld'
            ? []
            : [{ required: true, whitespace: true, message: '请写明哪里有误、依据是什么' }]
        }
      >
        <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}

/** What was left empty stays as it was. */
function given(facts: Omit<Values, 'outcome' | 'reason'>) {
  return {
    ...(facts.eventCode ? { eventCode: facts.eventCode } : {}),
    ...(facts.quantity ? { quantity: facts.quantity } : {}),
    ...(facts.ofQuantity ? { ofQuantity: facts.ofQuantity } : {}),
    ...(facts.chosenPoints ? { chosenPoints: facts.chosenPoints } : {}),
  };
}
