import type { results } from '@mingji/contract';
import { Tooltip } from 'antd';

interface GradeTextProps {
  readonly grade: results.GradeView | null;
}

/** A grade by the rules; where it is not simply the one the score reaches, the words say why. */
export function GradeText({ grade }: GradeTextProps) {
  if (grade === null) return <span className="mj-quiet">—</span>;
  const { name, byScore, note } = grade;
  const shown = name === null ? <span className="mj-quiet">暂无</span> : <span>{name}</span>;
  const differs = name !== byScore && byScore !== null;
  return (
    <Tooltip title={note}>
      <span tabIndex={note === null ? undefined : 0}>
        {shown}
        {differs && <small className="mj-quiet"> 分数达“{byScore}”</small>}
      </span>
    </Tooltip>
  );
}
