import type { appealStatistics } from '@mingji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { figureWords } from './figure-words.ts';

type Figures = appealStatistics.AppealFigures;
const FIRST = 8;

interface FiguresCardsProps {
  readonly items: readonly Figures[];
  readonly total: Figures;
}

/** The statistics on the phone: all of them first, then a line each of the largest; what is 0 is left out. */
export function FiguresCards({ items, total }: FiguresCardsProps) {
  const [all, setAll] = useState(false);
  const shown = [total, ...(all ? items : items.slice(0, FIRST))];
  return (
    <>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {shown.map((row) => (
          <li key={row.key} style={{ padding: '8px 0', borderTop: '1px solid var(--mj-line)' }}>
            <div style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
              {row === total ? <strong>{row.label}</strong> : <span>{row.label}</span>}
              <strong className="mj-number" style={{ whiteSpace: 'nowrap' }}>
                {row.filed} 件
              </strong>
            </div>
            <div className="mj-quiet">{figureWords(row)}</div>
          </li>
        ))}
      </ul>
      {!all && items.length > FIRST && (
        <Button block onClick={() => setAll(true)}>
          显示全部 {items.length} 行
        </Button>
      )}
    </>
  );
}
