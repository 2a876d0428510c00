import { type entries, submissions } from '@mingji/contract';
import { Button, Collapse, Form, Input } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { CommandForm } from '../../components/command-form.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import type { ShownFile } from '../../components/file-list.tsx';
import { FileUpload } from '../../components/file-upload.tsx';
import { useDraft } from '../../components/use-draft.ts';
import type { ReportIndicator, ReportPeriod } from './choose-indicators.ts';
import { CoWorkers } from './co-workers.tsx';
import { FactFields } from './fact-fields.tsx';
import styles from './report-page.module.css';
import { useAskEvidence } from './use-ask-evidence.ts';

export interface ContentValues {
  readonly title: string;
  readonly description?: string;
  readonly eventCode?: string;
  readonly quantity?: string | null;
  readonly ofQuantity?: string | null;
  readonly occurredOn: string;
  readonly matterKey?: string;
  readonly participants?: readonly { readonly officerId: string; readonly role: string }[];
  readonly files?: readonly ShownFile[];
}

/** The form's values as the request wants them: what was left empty is left out. */
export function contentOf(values: ContentValues) {
  return {
    title: values.title,
    description: values.description ?? '',
    ...(values.eventCode ? { eventCode: values.eventCode } : {}),
    ...(values.quantity ? { quantity: values.quantity } : {}),
    ...(values.ofQuantity ? { ofQuantity: values.ofQuantity } : {}),
    ...(values.matterKey?.trim() ? { matterKey: values.matterKey.trim() } : {}),
    participants: (values.participants ?? []).filter((each) => each.officerId),
    occurredOn: values.occurredOn,
    fileIds: (values.files ?? []).map((file) => file.id),
  };
}

/** Where what was begun for a subject in a period is kept, by indicator. */
export const draftsOf = (periodId: string, subjectId: string) => `report.${periodId}.${subjectId}.`;

interface ReportFormProps {
  readonly period: ReportPeriod;
  readonly indicator: ReportIndicator;
  readonly subject: entries.SubjectRef;
  readonly onChange: () => void;
  readonly onDone: (submission: submissions.SubmissionView) => void;
}

export function ReportForm({ period, indicator, subject, onChange, onDone }: ReportFormProps) {
  const [form] = Form.useForm<ContentValues>();
  const draft = useDraft<Partial<ContentValues>>(`${draftsOf(period.id, subject.id)}${indicator.code}`);
  const { bureau } = useSession();
  const today = dayOf(serverNow(), bureau.timeZone);
  // Nothing is reported before it happened, nor outside the period.
  const lastDay = [today, period.toOn].sort()[0] ?? today;
  const create = useCommand(submissions.createSubmission, {
    invalidates: [submissions.listSubmissions, submissions.getReportForm],
    refusals: 'inline',
    doneText: null,
    onDone: (reply) => onDone(reply.submission),
  });
  const askEvidence = useAskEvidence(indicator.evidenceRule);
  const finish = async (values: ContentValues) => {
    if (!(await askEvidence(values))) return;
    const body = {
      periodId: period.id,
      subjectKind: subject.kind,
      subjectId: subject.id,
      indicatorCode: indicator.code,
      ...(indicator.target ? { targetId: indicator.target.id } : {}),
      ...contentOf(values),
    };
    if (await create.run({ body })) draft.clear();
  };
  return (
    <>
      <ChosenIndicator indicator={indicator} onChange={onChange} />
      <CommandForm<ContentValues>
        long
        form={form}
        draft={draft}
        initialValues={{ occurredOn: lastDay }}
        refusal={create.refusal}
        onFinish={(values) => void finish(values)}
      >
        <FactFields form={indicator.form} />
        {subject.kind === 'officer' && <CoWorkers subjectId={subject.id} namedRoles={indicator.namedRoles} />}
        <ContentFields min={period.fromOn} max={lastDay} evidenceRule={indicator.evidenceRule} />
        <div className={styles.submit}>
          <p className={styles.due}>
            {period.label}填报截止 <DeadlineText due={period.submitBy} />
          </p>
          <Button type="primary" size="large" block htmlType="submit" loading={create.isPending}>
            报送{indicator.ownerName ? `，由${indicator.ownerName}审核` : ''}
          </Button>
        </div>
      </CommandForm>
    </>
  );
}

interface ContentFieldsProps {
  readonly min: string;
  readonly max: string;
  readonly evidenceRule: string | null;
}

/** What every report tells besides its numbers; shared with the correction of a returned one. */
export function ContentFields({ min, max, evidenceRule }: ContentFieldsProps) {
  return (
    <>
      <Form.Item
        name="title"
        label="事项"
        rules={[{ required: true, whitespace: true, message: '请用一句话写明做了什么' }]}
      >
        <Input maxLength={100} placeholder="一句话写明做了什么" />
      </Form.Item>
      <Form.Item name="files" label="附件" extra={evidenceRule ? `须附：${evidenceRule}` : undefined}>
        <FileUpload />
      </Form.Item>
      <Form.Item name="occurredOn" label="发生日期" rules={[{ required: true, message: '请选择日期' }]}>
        <DayInput min={min} max={max} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="description" label="说明">
        <Input.TextArea
          maxLength={4000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          placeholder="时间、地点、经过、结果"
        />
      </Form.Item>
      <Collapse
        ghost
        size="small"
        items={[
          {
            key: 'more',
            label: '多人或多处涉及同一事项时填写事项编号',
            forceRender: true,
            children: (
              <Form.Item
                name="matterKey"
                extra="案件编号、表彰文号等。同一事项只按最高的一次计分，多人分摊不超过标准。"
              >
                <Input maxLength={60} aria-label="事项编号" />
              </Form.Item>
            ),
          },
        ]}
      />
    </>
  );
}

function ChosenIndicator({ indicator, onChange }: Pick<ReportFormProps, 'indicator' | 'onChange'>) {
  return (
    <div className={styles.chosen}>
      <div className={styles.chosenHead}>
        <strong>{indicator.name}</strong>
        <button type="button" className="mj-link" onClick={onChange}>
          换一个指标
        </button>
      </div>
      <p className={styles.clause}>
        <span className="mj-quiet">{indicator.familyName}：</span>
        {indicator.clause}
      </p>
      {indicator.target && (
        <p className={styles.clause}>
          目标 {indicator.target.quantity}，已完成 {indicator.target.done}
        </p>
      )}
      {indicator.lateAllowed && <p className={styles.clause}>逾期仍可填报，按逾期处理。</p>}
    </div>
  );
}
