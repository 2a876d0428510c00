import { imports } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Descriptions } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSearch } from '../../app/use-search.ts';
import { DateText } from '../../components/date-text.tsx';
import { Panel } from '../../components/panel.tsx';
import { UndoButton } from './batch-actions.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import styles from './imports.module.css';
import { IssueTargets } from './issue-targets.tsx';
import type { StepKey } from './texts.ts';

interface ConfirmStepProps {
  readonly batch: imports.ImportBatch;
  readonly onGo: (step: StepKey) => void;
}

/** Step 4: what will be written, and afterwards what was, with the way back. */
export function ConfirmStep({ batch, onGo }: ConfirmStepProps) {
  if (batch.state !== 'judged') return <Result batch={batch} />;
  const { summary } = batch;
  const left = summary.error + summary.repair;
  return (
    <Panel title="确认导入">
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 4 }}
        items={[
          { key: 'taken', label: '将导入', children: <strong>{summary.taken} 行</strong> },
          { key: 'left', label: '不导入（未更正或未接受）', children: `${left} 行` },
          { key: 'skipped', label: '已跳过', children: `${summary.skipped} 行` },
          { key: 'none', label: '非数据行', children: `${summary.notAPerson} 行` },
        ]}
      />
      {batch.tableProblems.length > 0 && (
        <Alert
          type="error"
          showIcon
          style={{ margin: '8px 0' }}
          title={batch.tableProblems.join('；')}
          action={<Button onClick={() => onGo('columns')}>去核对列</Button>}
        />
      )}
      {left > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ margin: '8px 0' }}
          title={
            batch.kind === 'targetBook'
              ? `还有 ${left} 行没有核对完。办法须整体写入，请先更正、接受修正或跳过。`
              : `还有 ${left} 行不会导入。可以先导入其余的，更正后另行导入；也可以回去核对。`
          }
          action={<Button onClick={() => onGo('rows')}>回去核对</Button>}
        />
      )}
      {batch.attendance && <AttendancePlace attendance={batch.attendance} />}
      <ConfirmForm batch={batch} />
    </Panel>
  );
}

/** Where the month goes: which period scores it by its method, and where it does not. */
function AttendancePlace({
  attendance,
}: {
  readonly attendance: NonNullable<imports.ImportBatch['attendance']>;
}) {
  const names = attendance.periods.map((period) => `${period.ruleSetName}“${period.label}”`);
  const why = attendance.notScored;
  if (attendance.month === null) return null;
  return (
    <Alert
      type={why.length > 0 ? 'warning' : 'info'}
      showIcon
      style={{ margin: '8px 0' }}
      title={
        names.length === 0
          ? `登记 ${attendance.month} 的出勤；没有办法写明考勤怎样记分，不产生得分。`
          : `登记 ${attendance.month} 的出勤，并按办法记入：${names.join('、')}`
      }
      description={why.length > 0 ? why.join('；') : undefined}
    />
  );
}

const destinations = {
  units: { to: '/organization', label: '查看机构' },
  roster: { to: '/organization', label: '查看人员' },
  targetBook: { to: '/rule-sets', label: '到“指标与办法”核对并发布' },
  attendance: { to: '/attendance', label: '查看当月考勤' },
} as const;

function Result({ batch }: Pick<ConfirmStepProps, 'batch'>) {
  const [, change] = useSearch();
  const destination = destinations[batch.kind];
  return (
    <>
      <Panel
        title={batch.state === 'confirmed' ? `已导入：${batch.number}` : (batch.number ?? batch.file.name)}
      >
        <Descriptions
          size="small"
          column={1}
          items={[
            { key: 'written', label: '写入内容', children: batch.written ?? '—' },
            {
              key: 'confirmed',
              label: '确认',
              children: (
                <span>
                  {batch.confirmedByName ?? '—'} <DateText value={batch.confirmedAt} />
                </span>
              ),
            },
            ...(batch.undoneAt
              ? [{ key: 'undone', label: '撤销', children: <DateText value={batch.undoneAt} /> }]
              : []),
          ]}
        />
        {batch.state === 'confirmed' && (
          <>
            {batch.undo.obstacles.length > 0 && (
              <Alert
                type="info"
                showIcon
                title="已有数据依赖本批内容，不能整批撤销"
                description={
                  <ul className={styles.understood}>
                    {batch.undo.obstacles.map((text) => (
                      <li key={text}>{text}</li>
                    ))}
                  </ul>
                }
              />
            )}
            <div className={styles.actions}>
              <UndoButton batch={batch} />
              <NextFile />
              <Link to={destination.to}>
                <Button type="primary">{destination.label}</Button>
              </Link>
            </div>
          </>
        )}
      </Panel>
      {batch.state === 'confirmed' && batch.kind === 'targetBook' && batch.decompositionSheet && (
        <IssueTargets
          batch={batch}
          onRows={() =>
            change({ step: 'rows', section: 'decomposition', verdict: 'error', page: null }, 'push')
          }
        />
      )}
    </>
  );
}

/** With forty files to go, the next one that waits is one click away. */
function NextFile() {
  const waiting = useEndpoint(imports.listImports, { query: { state: 'judged', pageSize: 1 } });
  const next = waiting.data?.items[0];
  if (!next) {
    return (
      <Link to="/imports">
        <Button>继续导入其他文件</Button>
      </Link>
    );
  }
  return (
    <Link to="/imports/$batchId" params={{ batchId: next.id }}>
      <Button>下一个待核对：{next.file.name}</Button>
    </Link>
  );
}
