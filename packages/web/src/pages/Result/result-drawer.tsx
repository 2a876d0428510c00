import { results } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Space } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { WhyDrawer } from '../../components/why-drawer.tsx';
import { basisWords } from './basis-words.ts';
import { ItemScores } from './item-scores.tsx';
import { ResultHead } from './result-head.tsx';
import { ScoreSheetButton } from './score-sheet-button.tsx';
import { resultPath, type SubjectAt } from './subject-at.ts';
import { useEntryWhy } from './use-entry-why.tsx';

interface ResultDrawerProps {
  /** Null: closed. */
  readonly at: SubjectAt | null;
  readonly onClose: () => void;
}

/** The why of one result without leaving the table it stands in (X1). */
export function ResultDrawer({ at, onClose }: ResultDrawerProps) {
  const query = useEndpoint(results.getResult, at ? { params: at } : null);
  const result = query.data;
  const { onEntry, dialog } = useEntryWhy();
  return (
    <>
      <WhyDrawer
        open={at !== null}
        onClose={onClose}
        title={result ? `${result.subject.name} · ${result.period.label}` : '得分依据'}
        score={
          result && (
            <div style={{ fontSize: 'var(--mj-type)' }}>
              <ResultHead result={result} />
              <div style={{ margin: '10px 0' }}>
                <ItemScores items={result.items} />
              </div>
            </div>
          )
        }
        lines={result?.lines}
        error={query.error}
        onRetry={() => void query.refetch()}
        onEntry={onEntry}
        actions={
          result &&
          at && (
            <Space>
              <Link to={resultPath(at)}>打开成绩页</Link>
              <ScoreSheetButton at={at} name={`${result.period.label}${result.subject.name}`} />
            </Space>
          )
        }
        foot={result && basisWords(result)}
      />
      {dialog}
    </>
  );
}
