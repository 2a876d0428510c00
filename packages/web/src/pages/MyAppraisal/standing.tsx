import { results } from '@mingji/contract';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { ScoreText } from '../../components/score-text.tsx';
import { WhyDrawer } from '../../components/why-drawer.tsx';
import styles from './standing.module.css';

interface StandingProps {
  readonly periodId: string;
  readonly officerId: string;
  readonly onEntry: (entryId: string) => void;
}

/** The score as the ledger stands now, item by item, with the why of it. */
export function Standing({ periodId, officerId, onEntry }: StandingProps) {
  const [why, setWhy] = useState(false);
  const standing = useEndpoint(results.getStanding, {
    params: { periodId, subjectKind: 'officer', subjectId: officerId },
  });
  if (standing.isError && !standing.data) return <Told words={standing.error.message} />;
  if (!standing.data) return <LoadingState />;
  const { standing: own } = standing.data;
  if (own === null) return <Told words="您在本周期不参加此办法的考核；可在右上方换一个周期。" />;
  const { score, rank, rankOf, items, lines, ruleSet, sequenceName, period } = own;
  return (
    <Panel title={period.sealed ? '得分（已封存）' : '目前得分'}>
      <div className={styles.standing}>
        <div className={styles.total}>
          <ScoreText score={score} strong measure onWhy={() => setWhy(true)} />
          {rank !== null && (
            <span className="mj-quiet">
              {sequenceName} 第 {rank} 名{rankOf === null ? '' : `，共 ${rankOf} 名`}
            </span>
          )}
        </div>
        <ul className={styles.items}>
          {items.map((item) => (
            <li key={item.code}>
              <span className="mj-quiet">{item.name}</span>
              <span>
                <ScoreText score={item.score} />
                {item.marks !== null && <span className="mj-quiet"> / {item.marks}</span>}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <WhyDrawer
        open={why}
        onClose={() => setWhy(false)}
        title={`得分依据 · ${period.label}`}
        score={<ScoreText score={score} strong measure />}
        lines={lines}
        onEntry={onEntry}
        foot={`依据${ruleSet.name}第 ${ruleSet.version} 版计算`}
      />
    </Panel>
  );
}

function Told({ words }: { readonly words: string }) {
  return (
    <Panel title="目前得分">
      <p className="mj-quiet">{words}</p>
    </Panel>
  );
}
