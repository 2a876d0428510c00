import type { unitHome } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Panel } from '../../components/panel.tsx';
import { ScoreText } from '../../components/score-text.tsx';

type Method = unitHome.UnitHome['methods'][number];
type Standing = Method['standings'][number];

interface MethodPanelProps {
  readonly method: Method;
  readonly unitId: string;
  readonly inReach: boolean;
  /** Whether the reader may open the reasons. */
  readonly mayOpen: boolean;
}

/** Where the unit stands under one method: the newest result by module, and how it came there. */
export function MethodPanel({ method, unitId, inReach, mayOpen }: MethodPanelProps) {
  const [newest, ...earlier] = method.standings;
  if (!newest) return null;
  return (
    <Panel title={method.name} extra={<span className="mj-quiet">{method.sequenceName ?? ''}</span>}>
      <p style={{ margin: '0 0 8px' }}>
        {newest.label}：<RankText standing={newest} before={earlier[0]} />
        {inReach && (
          <>
            {' '}
            · <ScoreText score={{ state: newest.scoreState, value: newest.score }} strong measure />{' '}
            {mayOpen && (
              <Link
                to="/results/$periodId/$subjectKind/$subjectId"
                params={{ periodId: newest.periodId, subjectKind: 'unit', subjectId: unitId }}
              >
                为什么
              </Link>
            )}
          </>
        )}
      </p>
      {newest.modules.length > 0 && <Modules modules={newest.modules} />}
      {earlier.length > 0 && <History standings={method.standings} inReach={inReach} />}
    </Panel>
  );
}

/** A better place has a smaller number; the arrow says so besides the words. */
function RankText({
  standing,
  before,
}: {
  readonly standing: Standing;
  readonly before: Standing | undefined;
}) {
  if (standing.rankSuspended) return <span className="mj-quiet">复议中，名次暂不显示</span>;
  if (standing.rank === null) return <span className="mj-quiet">不排名</span>;
  const moved = before?.rank == null ? 0 : before.rank - standing.rank;
  return (
    <strong>
      第 {standing.rank} 名<span className="mj-quiet"> / {standing.rankOf}</span>
      {moved !== 0 && (
        <span className="mj-quiet"> {moved > 0 ? `↑ 前进 ${moved} 名` : `↓ 后退 ${-moved} 名`}</span>
      )}
    </strong>
  );
}

function Modules({ modules }: Pick<Standing, 'modules'>) {
  return (
    <ul style={{ display: 'flex', flexWrap: 'wrap', gap: 8, listStyle: 'none', margin: 0, padding: 0 }}>
      {modules.map((module) => (
        <li
          key={module.code}
          style={{ border: '1px solid var(--mj-line)', borderRadius: 6, padding: '6px 12px', minWidth: 110 }}
        >
          <div className="mj-quiet">{module.name}</div>
          <strong className="mj-number">{module.value ?? '—'}</strong>
        </li>
      ))}
    </ul>
  );
}

/** Newest first: what is cut off at the right is the oldest. */
function History({
  standings,
  inReach,
}: {
  readonly standings: readonly Standing[];
  readonly inReach: boolean;
}) {
  return (
    <div style={{ overflowX: 'auto', marginTop: 12 }}>
      <table className="mj-number" style={{ borderCollapse: 'collapse' }}>
        <tbody>
          <Line title="周期" cells={standings.map(({ periodId, label }) => [periodId, label])} />
          <Line
            title="名次"
            cells={standings.map(({ periodId, rank, rankSuspended }) => [
              periodId,
              rankSuspended ? '复议中' : (rank ?? '—'),
            ])}
          />
          {inReach && (
            <Line title="得分" cells={standings.map(({ periodId, score }) => [periodId, score ?? '—'])} />
          )}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  readonly title: string;
  readonly cells: readonly (readonly [string, string | number])[];
}

function Line({ title, cells }: LineProps) {
  return (
    <tr>
      <th style={{ textAlign: 'left', padding: '2px 12px 2px 0', fontWeight: 400 }} className="mj-quiet">
        {title}
      </th>
      {cells.map(([key, value]) => (
        <td key={key} style={{ padding: '2px 12px', textAlign: 'right', whiteSpace: 'nowrap' }}>
          {value}
        </td>
      ))}
    </tr>
  );
}
