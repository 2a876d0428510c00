import type { unitHome } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Panel } from '../../components/panel.tsx';
import { ProgressBar } from '../Targets/progress-bar.tsx';

type Target = unitHome.UnitHome['targets'][number];

/** What was issued to the unit this year and how far it is. */
export function TargetList({
  targets,
  unitId,
}: {
  readonly targets: readonly Target[];
  readonly unitId: string;
}) {
  return (
    <Panel
      title="目标任务"
      extra={
        <Link to="/targets" search={{ unit: unitId } as never}>
          看分解
        </Link>
      }
    >
      {targets.length === 0 && <p className="mj-quiet">今年还没有给本单位下达数量。</p>}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {targets.map((target) => (
          <li
            key={`${target.versionId} ${target.code}`}
            style={{ display: 'flex', flexWrap: 'wrap', gap: '0 16px', padding: '4px 0' }}
          >
            <span style={{ flex: '1 1 240px', minWidth: 0 }}>
              {target.name}{' '}
              <span className="mj-quiet">
                目标 {target.quantity}
                {target.measureUnit ?? ''} · {target.ruleSetName}
              </span>
            </span>
            <span style={{ flex: '1 1 240px' }}>
              <ProgressBar actual={target.actual} issued={target.quantity} percent={target.percent} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
