import type { simulations } from '@mingji/contract';
import { Alert } from 'antd';
import { useMemo } from 'react';
import styles from './simulation.module.css';

interface NoticesProps {
  readonly simulation: simulations.SimulationView;
  readonly result: simulations.SimulationResult;
}

/** What keeps the numbers from being the whole truth: an edited draft, entries left out, indicators without a past. */
export function Notices({ simulation, result }: NoticesProps) {
  const dropped = useMemo(() => merged(result.dropped), [result]);
  if (!simulation.outdated && dropped.length === 0 && result.withoutPast.length === 0) return null;
  return (
    <div className={styles.notices}>
      {simulation.outdated && (
        <Alert type="warning" showIcon title="试算后草稿又有修改，以下是修改前的结果。请重新试算。" />
      )}
      {dropped.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="部分往期台账在新规则下无处计分，试算时没有计入"
          description={
            <ul className={styles.list}>
              {dropped.map((each) => (
                <li key={`${each.indicator} ${each.reason}`}>
                  “{each.name}”{each.entries} 条：{each.reason}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {result.withoutPast.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={`${result.withoutPast.length} 个新增指标没有往期数据，其影响无法试算`}
          description={result.withoutPast.map(({ name }) => name).join('、')}
        />
      )}
    </div>
  );
}

type Dropped = simulations.SimulationResult['dropped'][number];

/** Over all periods. */
function merged(dropped: readonly Dropped[]): Omit<Dropped, 'periodId'>[] {
  const found = new Map<string, Omit<Dropped, 'periodId'>>();
  for (const each of dropped) {
    const key = `${each.indicator} ${each.reason}`;
    found.set(key, { ...each, entries: each.entries + (found.get(key)?.entries ?? 0) });
  }
  return [...found.values()];
}
