import { simulations } from '@mingji/contract';
import { Button } from 'antd';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { PointsText } from '../../components/points-text.tsx';
import styles from './simulation.module.css';

interface ChangesTabProps {
  readonly changes: readonly simulations.RuleChangeView[];
  readonly summary: simulations.SimulationSummaryView;
}

/** Each rule change from what to what, whom it moved and by how much in all; those that moved most come first. */
export function ChangesTab({ changes, summary }: ChangesTabProps) {
  const effects = new Map(summary.effects.map((effect) => [effect.change, effect]));
  const rest = effects.get(null);
  if (changes.length === 0) return <EmptyState title="两版规则没有差别" />;
  const moved = (key: string) => effects.get(key)?.subjects ?? 0;
  const sorted = changes.toSorted((a, b) => moved(b.key) - moved(a.key));
  return (
    <Panel>
      <table className={styles.table}>
        <thead>
          <tr>
            <th style={{ width: '26%' }}>改动</th>
            <th>原为 → 改为</th>
            <th style={{ width: 110 }} className={styles.number}>
              影响（次）
            </th>
            <th style={{ width: 120 }} className={styles.number}>
              合计变动
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((change) => (
            <ChangeRow key={change.key} change={change} effect={effects.get(change.key)} />
          ))}
          {rest && (
            <tr>
              <td>由几处改动共同引起</td>
              <td className="mj-quiet">同一事项、相互比较的指标、限额与修约随其他改动而变</td>
              <Effect effect={rest} />
            </tr>
          )}
        </tbody>
      </table>
    </Panel>
  );
}

interface ChangeRowProps {
  readonly change: simulations.RuleChangeView;
  readonly effect: simulations.SimulationSummaryView['effects'][number] | undefined;
}

function ChangeRow({ change, effect }: ChangeRowProps) {
  const [, go] = useSearch();
  return (
    <tr>
      <td>
        <strong>{simulations.changeWords(change)}</strong>
        {change.clause && <div className="mj-quiet">依据：{change.clause}</div>}
        {effect && (
          <Button
            type="link"
            size="small"
            style={{ padding: 0 }}
            onClick={() => go({ tab: null, change: change.key, page: null, flips: null, unit: null }, 'push')}
          >
            看受影响的名单
          </Button>
        )}
      </td>
      <td>
        <dl className={styles.lines}>
          {change.lines.map((line) => (
            <div key={line.label}>
              <dt>{line.label}</dt>
              <dd>
                <span className={styles.was}>{line.old}</span>
                <span className={styles.arrow}>→</span>
                {line.new}
              </dd>
            </div>
          ))}
        </dl>
      </td>
      <Effect effect={effect} />
    </tr>
  );
}

function Effect({ effect }: Pick<ChangeRowProps, 'effect'>) {
  return (
    <>
      <td className={styles.number} data-label="影响（次）">
        {effect?.subjects ?? 0}
      </td>
      <td className={styles.number} data-label="合计变动">
        {effect ? <PointsText points={effect.sum} /> : <span className="mj-quiet">不动得分</span>}
      </td>
    </>
  );
}
