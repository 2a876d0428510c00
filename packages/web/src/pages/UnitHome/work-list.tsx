import type { unitHome } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { Panel } from '../../components/panel.tsx';
import { ResultDrawer } from '../Result/index.ts';

type Home = unitHome.UnitHome;
type Period = Home['periods'][number];

/** What is open for the unit, with what waits for it: returned work first. */
export function WorkList({ home }: { readonly home: Home }) {
  const { periods, openAppeals, mayOpen } = home;
  const [why, setWhy] = useState<string | null>(null);
  return (
    <Panel
      title="在办工作"
      extra={
        openAppeals !== null && openAppeals > 0 ? (
          <Link to="/appeals">本单位有 {openAppeals} 件复议待答复</Link>
        ) : undefined
      }
    >
      {periods.length === 0 && <p className="mj-quiet">现在没有正在填报或审核的周期。</p>}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {periods.map((period) => (
          <li
            key={period.periodId}
            style={{
              display: 'flex',
              flexWrap: 'wrap',
              gap: '0 16px',
              padding: '6px 0',
              borderTop: '1px solid var(--mj-line)',
            }}
          >
            <span style={{ flex: '1 1 260px', minWidth: 0 }}>
              <strong>{period.label}</strong>{' '}
              <span className="mj-quiet">
                {period.special ? '专项行动 · ' : ''}
                {period.ruleSetName}
              </span>
            </span>
            <span style={{ flex: '1 1 260px' }}>{countWords(period)}</span>
            <span>
              截止 <DeadlineText due={period.submitBy} done={period.closed} />
            </span>
            {mayOpen && period.appraised && (
              <button type="button" className="mj-link" onClick={() => setWhy(period.periodId)}>
                目前得分
              </button>
            )}
          </li>
        ))}
      </ul>
      <ResultDrawer
        at={why === null ? null : { periodId: why, subjectKind: 'unit', subjectId: home.unit.id }}
        standing
        onClose={() => setWhy(null)}
      />
    </Panel>
  );
}

/** 本单位 3 件（待审 1，退回 1）；民警 24 件（退回 2） */
export function countWords(period: Period): string {
  const inside = (parts: readonly (string | false)[]) => {
    const words = parts.filter(Boolean);
    return words.length === 0 ? '' : `（${words.join('，')}）`;
  };
  const own = inside([
    period.waiting > 0 && `待审 ${period.waiting}`,
    period.returned > 0 && `退回待补正 ${period.returned}`,
    period.accepted > 0 && `采纳 ${period.accepted}`,
  ]);
  const officers = inside([period.officersReturned > 0 && `退回待补正 ${period.officersReturned}`]);
  return `本单位 ${period.submitted} 件${own}；民警 ${period.officersSubmitted} 件${officers}`;
}
