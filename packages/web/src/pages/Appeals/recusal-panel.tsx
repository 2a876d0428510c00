import type { appeals } from '@mingji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { DateText } from '../../components/date-text.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { DecideRecusal } from './recusal-forms.tsx';
import { recusalStates } from './texts.ts';

/** Who withdrew, who was asked to, and what the office decided. */
export function RecusalPanel({ appeal }: { readonly appeal: appeals.AppealDetail }) {
  const [deciding, setDeciding] = useState<appeals.RecusalView | null>(null);
  if (appeal.recusals.length === 0) return null;
  return (
    <Panel title="回避">
      {appeal.recusals.map((recusal) => (
        <div key={recusal.id} style={{ marginBottom: 12 }}>
          <div style={{ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
            <strong>{recusal.about.name}</strong>
            <StatusTag map={recusalStates} state={recusal.state} />
            <span className="mj-quiet">
              {recusal.ofOneself ? '自行回避' : `${recusal.byName}申请`} <DateText value={recusal.askedAt} />
            </span>
            {recusal.mayDecide && (
              <Button size="small" onClick={() => setDeciding(recusal)}>
                决定是否回避
              </Button>
            )}
          </div>
          <div>理由：{recusal.reason}</div>
          {recusal.decisionReason && (
            <div>
              决定：{recusal.decisionReason}
              <span className="mj-quiet">（{recusal.decidedByName}）</span>
            </div>
          )}
        </div>
      ))}
      {deciding && <DecideRecusal appeal={appeal} recusal={deciding} onClose={() => setDeciding(null)} />}
    </Panel>
  );
}
