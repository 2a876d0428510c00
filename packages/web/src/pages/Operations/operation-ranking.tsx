import { type operations, results } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { Panel } from '../../components/panel.tsx';
import { ScoreText } from '../../components/score-text.tsx';

interface OperationRankingProps {
  readonly operation: operations.OperationDetail;
}

/** Who leads among those who take part; before the results are made public the office alone sees it. */
export function OperationRanking({ operation }: OperationRankingProps) {
  const shown = operation.canManage || ['inNotice', 'sealed'].includes(operation.state);
  return shown ? <Leaders operation={operation} /> : null;
}

function Leaders({ operation }: OperationRankingProps) {
  const kinds = [
    ...(operation.units > 0 ? [{ value: 'unit' as const, label: '单位' }] : []),
    ...(operation.officers > 0 ? [{ value: 'officer' as const, label: '民警' }] : []),
  ];
  const [kind, setKind] = useState<'unit' | 'officer'>(kinds[0]?.value ?? 'unit');
  const list = useEndpoint(results.listRanking, {
    params: { periodId: operation.periodId },
    query: { subjectKind: kind, pageSize: 10 },
  });
  const rows = (list.data?.items ?? []).filter((row) => row.rank !== null);
  return (
    <Panel
      title="排名前十"
      extra={kinds.length > 1 && <Segmented options={kinds} value={kind} onChange={setKind} />}
    >
      {rows.length === 0 && <p className="mj-quiet">还没有计算成绩。审核办完后在“结账”中计算。</p>}
      <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {rows.map((row) => (
          <li
            key={row.subjectId}
            style={{ display: 'flex', alignItems: 'baseline', gap: 12, padding: '4px 0' }}
          >
            <strong className="mj-number" style={{ width: 32, textAlign: 'right' }}>
              {row.rank}
            </strong>
            <span style={{ flex: 1, minWidth: 0 }}>
              {row.name} {kind === 'officer' && <span className="mj-quiet">{row.unitName}</span>}
            </span>
            <ScoreText score={row.score} strong measure />
          </li>
        ))}
      </ol>
      {rows.length > 0 && (
        <Link to="/ranking" search={{ period: operation.periodId, kind } as never}>
          查看全部排名
        </Link>
      )}
    </Panel>
  );
}
