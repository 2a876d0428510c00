import type { pilot } from '@mingji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { formatDay } from '../../app/format-time.ts';
import { classNames } from '../../components/class-names.ts';
import { DateText } from '../../components/date-text.tsx';
import { type StatusMap, StatusTag } from '../../components/status-tag.tsx';
import styles from './pilot-page.module.css';
import { SwitchOff } from './switch-off.tsx';

const states: StatusMap<pilot.ActivationView['state']> = {
  active: { label: '参加中', look: 'good' },
  coming: { label: '尚未开始', look: 'waiting' },
  over: { label: '已结束', look: 'ended' },
};

interface ActivationListProps {
  readonly activations: readonly pilot.ActivationView[];
  readonly today: string;
}

/** A line a unit: since when, until when, why, by whom. */
export function ActivationList({ activations, today }: ActivationListProps) {
  const [ending, setEnding] = useState<pilot.ActivationView | null>(null);
  return (
    <>
      <ul className={styles.list}>
        {activations.map((each) => (
          <li key={each.id} className={classNames(styles.row, each.state === 'over' && styles.over)}>
            <div>
              <strong>{each.unit.name}</strong>
              {each.units > 1 && <span className="mj-quiet"> 及下级共 {each.units} 个单位</span>}
              {each.trail && <div className="mj-quiet">{each.trail}</div>}
            </div>
            <div>
              <StatusTag map={states} state={each.state} />
              <div>
                {formatDay(each.from)} 起{each.to === null ? '' : `，至 ${formatDay(each.to)}`}
              </div>
            </div>
            <div>
              {each.reason}
              <div className="mj-quiet">
                {each.switchedByName} <DateText value={each.switchedAt} />
              </div>
            </div>
            <div className={styles.act}>
              {each.canChange && (
                <Button size="small" onClick={() => setEnding(each)}>
                  {each.to === null ? '停用' : '改最后一日'}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {ending && <SwitchOff activation={ending} today={today} onClose={() => setEnding(null)} />}
    </>
  );
}
