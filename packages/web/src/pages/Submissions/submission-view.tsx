import type { submissions } from '@mingji/contract';
import { Alert, Descriptions } from 'antd';
import { DateText } from '../../components/date-text.tsx';
import { Panel } from '../../components/panel.tsx';
import { PointsText } from '../../components/points-text.tsx';
import { WorkTimeline } from '../../components/work-timeline.tsx';
import { Evidence } from './evidence.tsx';
import { MatterSplit } from './matter-split.tsx';
import { lookOf, quantityText } from './texts.ts';

type Detail = submissions.SubmissionDetail;
type Version = Detail['versions'][number];

/** What was handed in, the newest version first, with its evidence open to the eye. */
export function SubmissionVersions({ submission }: { readonly submission: Detail }) {
  const [newest, ...earlier] = [...submission.versions].reverse();
  if (!newest) return null;
  return (
    <>
      <Panel title={submission.versions.length > 1 ? `第 ${newest.version} 版` : '填报内容'}>
        <VersionFacts submission={submission} version={newest} />
      </Panel>
      {earlier.map((version) => (
        <Panel key={version.version} title={`第 ${version.version} 版（原样保存）`}>
          <VersionFacts submission={submission} version={version} />
        </Panel>
      ))}
      <MatterSplit submissionId={submission.id} />
    </>
  );
}

function VersionFacts({ submission, version }: { readonly submission: Detail; readonly version: Version }) {
  const quantity = quantityText({ ...version, measureUnit: version.event?.unit ?? submission.measureUnit });
  const facts = [
    {
      key: 'event',
      label: '情形',
      children: version.event && `${version.event.name}（${version.event.points} 分）`,
    },
    { key: 'quantity', label: '数量', children: quantity },
    { key: 'on', label: '发生日期', children: <DateText value={version.occurredOn} /> },
    { key: 'matter', label: '事项编号', children: version.matterKey },
    {
      key: 'with',
      label: '共同办理',
      children: version.participants.map((each) => `${each.name}（${each.roleName}）`).join('、'),
    },
    {
      key: 'by',
      label: '填报',
      children: (
        <span>
          {version.byName} <DateText value={version.at} />
        </span>
      ),
    },
  ].filter((fact) => fact.children);
  return (
    <>
      <Descriptions size="small" column={{ xs: 1, md: 2 }} items={facts} />
      {version.description && <p style={{ whiteSpace: 'pre-wrap' }}>{version.description}</p>}
      <Evidence files={version.files} />
    </>
  );
}

/** Where the score comes from: the entries this work led to, and what each says. */
export function SubmissionEntries({ submission }: { readonly submission: Detail }) {
  if (submission.entries.length === 0) return null;
  return (
    <Panel title="入账记录">
      {submission.entries.map((entry) => (
        <p key={entry.id}>
          {entry.kind === 'reversal' ? (
            '冲销 '
          ) : entry.bookedPoints === null ? (
            '计入完成量 '
          ) : (
            <PointsText points={entry.bookedPoints} />
          )}{' '}
          {entry.reason} <span className="mj-quiet">{entry.byName} </span>
          <DateText value={entry.at} />
        </p>
      ))}
    </Panel>
  );
}

export function SubmissionTimeline({ submission }: { readonly submission: Detail }) {
  return (
    <Panel title="办理过程">
      <WorkTimeline
        steps={submission.timeline.map((event, index) => ({
          key: String(index),
          action: event.actionLabel,
          look: lookOf(event.action),
          actor: event.byName,
          at: event.at,
          text: event.reason,
        }))}
      />
    </Panel>
  );
}

export function ClauseNote({ submission }: { readonly submission: Detail }) {
  return (
    <Alert
      type="info"
      style={{ marginBottom: 12 }}
      title={`${submission.indicator.name}（${submission.indicator.moduleName} / ${submission.indicator.itemName}）`}
      description={
        <>
          依据 {submission.clause.id}：{submission.clause.text}
          {submission.evidenceRule && <div>须附：{submission.evidenceRule}</div>}
          {submission.target && <div>目标任务：{submission.target.quantity}</div>}
        </>
      }
    />
  );
}
