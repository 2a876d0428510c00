import { matterSplits } from '@mingji/contract';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { Panel } from '../../components/panel.tsx';
import { PointsText } from '../../components/points-text.tsx';

type Split = matterSplits.MatterSplit;

/** Who gets what of one matter, and that it balances (P2, X5); nothing where one alone is scored. */
export function MatterSplit({ submissionId }: { readonly submissionId: string }) {
  const found = useEndpoint(matterSplits.getSubmissionSplit, { params: { submissionId } });
  const split = found.data?.split;
  if (!split || (split.parts.length < 2 && split.notes.length === 0)) return null;
  return (
    <Panel title={split.booked ? '同一事项已分别记分' : '采纳后一次分别记分'}>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {split.parts.map((part) => (
          <li
            key={part.subject.id}
            style={{
              display: 'flex',
              gap: 8,
              padding: '4px 0',
              textDecoration: part.reversed ? 'line-through' : undefined,
            }}
          >
            <span style={{ flex: 1, minWidth: 0 }}>
              {part.subject.name}{' '}
              <span className="mj-quiet">
                {part.roleName ?? '全分'}
                {part.subject.kind === 'officer' ? ` · ${part.subject.unit.name}` : ''}
                {part.reversed ? ' · 已冲销' : ''}
              </span>
            </span>
            {part.points === null ? <span className="mj-quiet">—</span> : <PointsText points={part.points} />}
          </li>
        ))}
      </ul>
      <Balance split={split} />
    </Panel>
  );
}

function Balance({ split }: { readonly split: Split }) {
  const { balance, notes } = split;
  return (
    <>
      {balance && (
        <p style={{ margin: '8px 0 0' }}>
          个人合计 {balance.given} 分，标准 {balance.standard} 分
          {Number(balance.rest) === 0 ? '，正好分完' : `，未分 ${balance.rest} 分`}
          <span className="mj-quiet">（单位和负责人另计）</span>
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="mj-quiet" style={{ margin: '4px 0 0' }}>
          {note}
        </p>
      ))}
    </>
  );
}
