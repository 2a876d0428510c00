import { results } from '@mingji/contract';
import { type ReactNode, useState } from 'react';
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
  /** The entries: they come with the score, so that nothing moves while it is read. */
  readonly children: ReactNode;
}

/** The score as the ledger stands now, above the entries it comes of. */
export function Standing({ periodId, officerId, onEntry, children }: StandingProps) {
  const standing = useEndpoint(results.getStanding, {
    params: { periodId, subjectKind: 'officer', subjectId: officerId },
  });
  if (standing.isPending) return <LoadingState />;
  const own = standing.data?.standing;
  return (
    <>
      <div style={{ marginBottom: 12 }}>
        {own ? (
          <OwnScore own={own} onEntry={onEntry} />
        ) : (
          <Told words={standing.error?.message ?? '您在本周期不参加此办法的考核；可在右上方换一个周期。'} />
        )}
      </div>
      {children}
    </>
  );
}

interface OwnScoreProps {
  readonly own: results.ResultView;
  readonly onEntry: (entryId: string) => void;
}

/** Item by item, with the why of it. */
function OwnScore({ own, onEntry }: OwnScoreProps) {
  const [why, setWhy] = useState(false);
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
