import type { submissions } from '@mingji/contract';
import { Alert, Space } from 'antd';
import { DateText } from '../../components/date-text.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { LookTag } from '../../components/status-tag.tsx';

/** Whom it waits for, in whose place, until when, and who has it. */
export function WaitingNote({ submission }: { readonly submission: submissions.SubmissionDetail }) {
  const { taken, assigneeName, standsInForName, reviewDueAt } = submission;
  if (submission.state !== 'submitted') return null;
  return (
    <>
      <Space wrap size={[12, 4]} style={{ marginBottom: 8 }}>
        {standsInForName && <LookTag look="running" label={`代${standsInForName}审核`} />}
        {assigneeName && <span className="mj-quiet">审核人 {assigneeName}</span>}
        {reviewDueAt && (
          <span className="mj-quiet">
            审核时限 <DeadlineText due={reviewDueAt} />
          </span>
        )}
        {taken?.mine && <LookTag look="running" label="我已受理" />}
      </Space>
      {taken && !taken.mine && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={`${taken.byName}正在审核这一件`}
          description={
            <>
              <DateText value={taken.at} /> 受理。可以查看，不能重复办理；如需由您办理，请其放弃受理或转办。
            </>
          }
        />
      )}
    </>
  );
}
