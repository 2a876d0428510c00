import type { Reply, workbench } from '@mingji/contract';
import { type PeriodState, periodWorkflow } from '@mingji/engine';
import { Button } from 'antd';
import { useState } from 'react';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import styles from './workbench-page.module.css';

/** An office looks down on a dozen periods: what waits must not slip below the first screen. */
const SHOWN = 4;

interface PeriodsInProgressProps {
  readonly periods: Reply<typeof workbench.getWorkbench>['periods'];
}

/** The periods the person works under, the next deadline first. */
export function PeriodsInProgress({ periods }: PeriodsInProgressProps) {
  const [all, setAll] = useState(false);
  if (periods.length === 0) return null;
  // A deadline that has passed is nothing to hurry for.
  const inOrder = [...periods].sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));
  const shown = all ? inOrder : inOrder.slice(0, SHOWN);
  return (
    <ul className={styles.periods} aria-label="进行中的周期">
      {shown.map((period) => (
        <li key={period.id}>
          <strong>{period.label}</strong> <span className="mj-quiet">{period.ruleSetName}</span>
          <LookTag
            look={period.state === 'open' ? 'running' : 'waiting'}
            label={periodWorkflow.states[period.state as PeriodState]}
          />
          <span>
            填报截止 <DeadlineText due={period.submitBy} done={period.state !== 'open'} />
          </span>
        </li>
      ))}
      {inOrder.length > SHOWN && (
        <li>
          <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? '收起' : `其余 ${inOrder.length - SHOWN} 个周期`}
          </Button>
        </li>
      )}
    </ul>
  );
}
