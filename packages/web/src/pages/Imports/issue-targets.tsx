import { imports } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Alert, Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useAbility } from '../../app/session.tsx';
import { Panel } from '../../components/panel.tsx';
import { RefusalAlert } from '../../components/refusal-alert.tsx';
import styles from './imports.module.css';

interface IssueTargetsProps {
  readonly batch: imports.ImportBatch;
  readonly onRows: () => void;
}

/** P5: the split of the book is handed out once it adds up, or every difference is explained. */
export function IssueTargets({ batch, onRows }: IssueTargetsProps) {
  const mayIssue = useAbility('target.issue');
  const [year, setYear] = useState(() => new Date(batch.createdAt).getFullYear());
  const issue = useCommand(imports.issueImportTargets, {
    invalidates: [imports.getImport],
    refusals: 'inline',
  });
  const { targets } = batch;
  if (targets.issued > 0) {
    return (
      <Panel title="目标已下达" extra={<Link to="/targets">到“目标任务”查看</Link>}>
        按“{batch.decompositionSheet}”下达目标 {targets.issued} 项。
      </Panel>
    );
  }
  return (
    <Panel title="按分解表下达目标">
      <p>
        “{batch.decompositionSheet}”共 {targets.rows} 项目标，下达到各单位后由单位继续分解到人。
      </p>
      {targets.obstacles.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="更正或说明以下问题之后才能下达"
          description={
            <ul className={styles.understood}>
              {targets.obstacles.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          }
          action={<Button onClick={onRows}>去处理</Button>}
        />
      )}
      <RefusalAlert refusal={issue.refusal} onClose={issue.reset} />
      {mayIssue && (
        <div className={styles.actions}>
          <label htmlFor="target-year">考核年度</label>
          <InputNumber
            id="target-year"
            min={2000}
            max={2100}
            precision={0}
            value={year}
            onChange={(next) => next && setYear(next)}
          />
          <Button
            type="primary"
            loading={issue.isPending}
            disabled={targets.obstacles.length > 0 || targets.rows === 0}
            onClick={() => void issue.run({ params: { batchId: batch.id }, body: { year } })}
          >
            下达 {targets.rows} 项目标
          </Button>
        </div>
      )}
    </Panel>
  );
}
