import type { appeals } from '@mingji/contract';
import { APPEAL_ANSWERERS } from '@mingji/engine';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { appealStates } from './texts.ts';

/** Where the matter stands: until when it is answered and by whom, or what may still be done, or that it is final. */
export function AppealNotice({ appeal }: { readonly appeal: appeals.AppealDetail }) {
  const { first, second } = appeal;
  return (
    <>
      {appeal.state === 'filed' ? (
        <Alert
          type={appeal.overdue ? 'warning' : 'info'}
          style={{ marginBottom: 12 }}
          title={
            <>
              {appeal.assigneeName
                ? `由考核办指定的${appeal.assigneeName}`
                : `由${APPEAL_ANSWERERS[appeal.answeredBy]}`}
              答复，期限 <DeadlineText due={appeal.answerDueOn} />。
              {appeal.can.decideRefusal && <span className="mj-quiet"> {appeal.can.decideRefusal}</span>}
            </>
          }
        />
      ) : (
        <Settled appeal={appeal} />
      )}
      {(first ?? second) && (
        <p>
          {first && <Instance label="首次复议" appeal={first} />}
          {second && <Instance label="二次复议" appeal={second} />}
        </p>
      )}
    </>
  );
}

function Settled({ appeal }: { readonly appeal: appeals.AppealDetail }) {
  if (appeal.state === 'withdrawn') return null;
  if (appeal.state === 'lapsed') {
    return (
      <Alert
        type="info"
        style={{ marginBottom: 12 }}
        title="所在的试运行周期已作废，成绩不计入任何结果，复议随之终止。"
      />
    );
  }
  if (appeal.final) {
    return <Alert type="info" style={{ marginBottom: 12 }} title="这是终局结论，不再有下一级复议。" />;
  }
  if (!appeal.further) return null;
  return (
    <Alert
      type="info"
      style={{ marginBottom: 12 }}
      title={
        <>
          对答复不服的，当事人可在 <DeadlineText due={appeal.further.until} /> 前向
          {APPEAL_ANSWERERS[appeal.further.by]}提出二次复议。
          {appeal.can.furtherRefusal && <span className="mj-quiet"> {appeal.can.furtherRefusal}</span>}
        </>
      }
    />
  );
}

function Instance({ label, appeal }: { readonly label: string; readonly appeal: appeals.AppealView }) {
  return (
    <Link to={`/appeals/${appeal.id}`} style={{ marginRight: 16 }}>
      {label} <StatusTag map={appealStates} state={appeal.state} />
    </Link>
  );
}
