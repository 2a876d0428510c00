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
  /** As the ledger stands now, before the month is closed (P13): no rank, no sheet, no page of its own yet. */
  readonly standing?: boolean;
  readonly onClose: () => void;
}

/** The why of one result without leaving the table it stands in (X1). */
export function ResultDrawer({ at, standing = false, onClose }: ResultDrawerProps) {
  const { result, error, retry } = useShown(at, standing);
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
              <ResultHead result={result} standing={standing} />
              <div style={{ margin: '10px 0' }}>
                <ItemScores items={result.items} />
              </div>
            </div>
          )
        }
        lines={result?.lines}
        error={error}
        onRetry={retry}
        onEntry={onEntry}
        actions={
          result &&
          at &&
          !standing && (
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

function useShown(at: SubjectAt | null, standing: boolean) {
  const published = useEndpoint(results.getResult, at && !standing ? { params: at } : null);
  const now = useEndpoint(results.getStanding, at && standing ? { params: at } : null);
  return standing
    ? { result: now.data?.standing ?? undefined, error: now.error, retry: () => void now.refetch() }
    : { result: published.data, error: published.error, retry: () => void published.refetch() };
}
