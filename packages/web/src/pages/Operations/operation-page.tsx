import { operations } from '@mingji/contract';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Descriptions } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { DateText } from '../../components/date-text.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { StageBar } from '../../components/stage-bar.tsx';
import { AddSubjects } from './add-subjects.tsx';
import { OperationRanking } from './operation-ranking.tsx';
import { OperationSubjects } from './operation-subjects.tsx';
import { subjectWords } from './operations-page.tsx';
import { daysLeft, stagesOf, texts } from './texts.ts';

/** One operation: its stages, how far each unit is, who leads, who takes part (P8). */
export function OperationPage() {
  const { operationId } = useParams({ strict: false }) as { operationId: string };
  const { bureau } = useSession();
  const [adding, setAdding] = useState(false);
  const read = useEndpoint(operations.getOperation, { params: { operationId } });
  if (read.error && !read.data) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <LoadingState />;
  const { operation } = read.data;
  const changeable = operation.canManage && !['inNotice', 'sealed'].includes(operation.state);
  return (
    <>
      <PageHeader
        trail={[{ title: texts.title, to: '/operations' }]}
        title={operation.name}
        description={operation.purpose || `由${operation.unit.name}组织`}
        more={
          <>
            {changeable && <Button onClick={() => setAdding(true)}>增加考核对象</Button>}
            {operation.canManage && (
              <Link to="/periods/$periodId/closing" params={{ periodId: operation.periodId }}>
                <Button>结账、公示与封存</Button>
              </Link>
            )}
          </>
        }
        action={
          operation.canReport &&
          operation.state === 'open' && (
            <Link to="/report" search={{ period: operation.periodId } as never}>
              <Button type="primary">填报</Button>
            </Link>
          )
        }
      />
      <Panel title={daysLeft(operation, serverNow(), bureau.timeZone)}>
        <StageBar label="阶段" stages={stagesOf(operation, bureau.timeZone)} />
        <Descriptions
          size="small"
          style={{ marginTop: 12 }}
          column={{ xs: 1, sm: 2, lg: 4 }}
          items={[
            {
              key: 'window',
              label: '行动时间',
              children: (
                <span>
                  <DateText value={operation.from} /> 至 <DateText value={operation.to} />
                </span>
              ),
            },
            {
              key: 'due',
              label: '填报截止',
              children: <DeadlineText due={operation.submitBy} done={operation.state !== 'open'} />,
            },
            { key: 'rules', label: '考核办法', children: <RuleSetLink operation={operation} /> },
            { key: 'who', label: '考核对象', children: subjectWords(operation) },
          ]}
        />
      </Panel>
      <OperationRanking operation={operation} />
      <Panel title="各单位进度">
        <Progress rows={operation.progress} />
      </Panel>
      <OperationSubjects operationId={operation.id} changeable={changeable} />
      {adding && <AddSubjects operation={operation} onClose={() => setAdding(false)} />}
    </>
  );
}

function RuleSetLink({ operation }: { readonly operation: operations.OperationDetail }) {
  return (
    <Link to="/rule-sets/$versionId" params={{ versionId: operation.ruleSet.versionId }}>
      {operation.ruleSet.name}
    </Link>
  );
}

type Unit = operations.OperationDetail['progress'][number];

/** Who has not begun stands out in words; the phone gets lines instead of a table. */
function Progress({ rows }: { readonly rows: readonly Unit[] }) {
  const phone = useIsPhone();
  if (rows.length === 0) return <p className="mj-quiet">您的范围内没有参加的单位。</p>;
  if (phone) {
    return (
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {rows.map((row) => (
          <li key={row.unit.id} style={{ padding: '8px 0', borderTop: '1px solid var(--mj-line, #eee)' }}>
            <UnitName unit={row.unit} />
            <div className="mj-quiet">
              {row.submitted === 0
                ? '尚未填报'
                : `填报 ${row.submitted}，待审 ${row.waiting}，采纳 ${row.accepted}`}
            </div>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table style={{ width: '100%', borderCollapse: 'collapse' }} className="mj-number">
      <thead>
        <tr>
          {['单位', '考核对象', '已填报的', '填报', '待审', '退回', '采纳', '最近'].map((title, at) => (
            <th
              key={title}
              style={{ textAlign: at === 0 || at === 7 ? 'left' : 'right', padding: '4px 8px' }}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.unit.id} style={{ borderTop: '1px solid var(--mj-line, #eee)' }}>
            <td style={{ padding: '4px 8px' }}>
              <UnitName unit={row.unit} />
            </td>
            {[row.subjects, row.reported, row.submitted, row.waiting, row.returned, row.accepted].map(
              (n, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed
                <td key={at} style={{ textAlign: 'right', padding: '4px 8px' }}>
                  {n}
                </td>
              ),
            )}
            <td style={{ padding: '4px 8px' }}>
              {row.lastAt ? <DateText value={row.lastAt} /> : <span className="mj-quiet">尚未填报</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function UnitName({ unit }: Pick<Unit, 'unit'>) {
  return (
    <Link to="/units/$unitId" params={{ unitId: unit.id }}>
      {unit.name}
    </Link>
  );
}
