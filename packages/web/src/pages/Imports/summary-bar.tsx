import type { imports } from '@mingji/contract';
import { Button } from 'antd';
import { useSearch } from '../../app/use-search.ts';
import styles from './imports.module.css';

interface Figure {
  readonly label: string;
  readonly count: number;
  readonly filter: { readonly verdict?: string; readonly only?: string };
}

/** Always in sight: how many rows stand how, each a filter, and the way on. */
export function SummaryBar({
  batch,
  onNext,
}: {
  readonly batch: imports.ImportBatch;
  readonly onNext: () => void;
}) {
  const [search, change] = useSearch();
  const { summary } = batch;
  const figures: readonly Figure[] = [
    { label: '全部', count: summary.rows, filter: {} },
    { label: '将导入', count: summary.taken, filter: { only: 'taken' } },
    { label: '须更正', count: summary.error, filter: { verdict: 'error' } },
    { label: '待接受修正', count: summary.repair, filter: { verdict: 'repair' } },
    { label: '有提示', count: summary.warning, filter: { verdict: 'warning' } },
    { label: '已跳过', count: summary.skipped, filter: { only: 'skipped' } },
    { label: '隐藏行', count: summary.hidden, filter: { only: 'hidden' } },
    { label: '非数据行', count: summary.notAPerson, filter: { verdict: 'not-a-person' } },
  ];
  const pressed = ({ filter }: Figure) =>
    !search.section &&
    (search.verdict ?? '') === (filter.verdict ?? '') &&
    (search.only ?? '') === (filter.only ?? '') &&
    !search.problem;
  return (
    <div className={styles.summary} role="toolbar" aria-label="核对情况">
      {figures
        .filter(({ count, label }) => count > 0 || label === '全部' || label === '将导入')
        .map((figure) => (
          <button
            type="button"
            key={figure.label}
            className={styles.figure}
            aria-pressed={pressed(figure)}
            onClick={() =>
              change(
                {
                  verdict: figure.filter.verdict ?? null,
                  only: figure.filter.only ?? null,
                  section: null,
                  problem: null,
                  page: null,
                },
                'push',
              )
            }
          >
            {figure.label}
            <strong className={figure.label === '须更正' ? styles.error : ''}>{figure.count}</strong>
          </button>
        ))}
      <span className={styles.grow} />
      {batch.state === 'judged' && (
        <Button type="primary" onClick={onNext}>
          下一步：确认
        </Button>
      )}
    </div>
  );
}
