import { simulations } from '@mingji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { PointsText } from '../../components/points-text.tsx';
import styles from './simulation.module.css';

export type Changes = ReadonlyMap<string, simulations.RuleChangeView>;

interface CauseListProps {
  readonly move: simulations.SubjectMoveView;
  readonly changes: Changes;
}

const AT_FIRST = 3;

/** Why a score moves: each place with its points, the change behind it and the sentence it rests on. */
export function CauseList({ move, changes }: CauseListProps) {
  const [all, setAll] = useState(false);
  const { causes } = move;
  if (causes.length === 0) return <span className="mj-quiet">{withoutCause(move)}</span>;
  const shown = all ? causes : causes.slice(0, AT_FIRST);
  return (
    <ul className={styles.causes}>
      {shown.map((cause) => {
        const words = simulations.causeWords(cause, changes);
        return (
          <li key={`${cause.place} ${cause.code}`}>
            {words.place} <PointsText points={cause.amount} /> 分
            <span className="mj-quiet">
              ，{words.change}
              {words.clause && `：${words.clause}`}
            </span>
          </li>
        );
      })}
      {causes.length > shown.length && (
        <li>
          <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setAll(true)}>
            另有 {causes.length - shown.length} 项
          </Button>
        </li>
      )}
    </ul>
  );
}

/** No points moved: then the rules of grades did it, the peers, or what is scored at all. */
function withoutCause({ before, after }: simulations.SubjectMoveView): string {
  if (before.state !== after.state) return '前后有一方没有得分';
  if (before.grade !== after.grade) return '得分未变，等次随等次规定变动';
  return '得分未变，名次随他人变动';
}
