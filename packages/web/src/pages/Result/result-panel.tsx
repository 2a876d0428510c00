import { results } from '@mingji/contract';
import type { ReactNode } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { basisWords } from './basis-words.ts';
import { ExplanationPanel } from './explanation-panel.tsx';
import { ItemScores } from './item-scores.tsx';
import { ResultHead } from './result-head.tsx';
import styles from './result-panel.module.css';
import type { SubjectAt } from './subject-at.ts';
import { useEntryWhy } from './use-entry-why.tsx';

interface ResultPanelProps {
  readonly at: SubjectAt;
  /** Stands beside the items where there is room: the history, say. */
  readonly aside?: ReactNode;
}

/** Score, rank, items and every line of the explanation of one subject; for a page of its own or inside another. */
export function ResultPanel({ at, aside }: ResultPanelProps) {
  const query = useEndpoint(results.getResult, { params: at });
  const { onEntry, dialog } = useEntryWhy();
  if (query.error && !query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <LoadingState text="正在由台账重新计算……" />;
  const result = query.data;
  return (
    <>
      <div className={aside ? styles.columns : undefined}>
        <Panel>
          <ResultHead result={result} />
          <div style={{ marginTop: 12 }}>
            <ItemScores items={result.items} />
          </div>
          <p className="mj-quiet" style={{ margin: '8px 0 0' }}>
            {basisWords(result)}
            点开一条记录可看依据、证据和经办人；有异议的，从那里提出复议。
          </p>
        </Panel>
        {aside && <div>{aside}</div>}
      </div>
      <div style={{ marginTop: 12 }}>
        <ExplanationPanel lines={result.lines} onEntry={onEntry} />
      </div>
      {dialog}
    </>
  );
}
