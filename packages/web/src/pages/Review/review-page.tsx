import { submissions } from '@mingji/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '../../api/call.ts';
import { endpointKey } from '../../api/endpoint-key.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { type BatchOutcome, BatchResult } from './batch-result.tsx';
import { ConfirmBatch } from './confirm-batch.tsx';
import { KeyLegend } from './key-legend.tsx';
import { PostEntry } from './post-entry.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { ReturnMany } from './return-many.tsx';
import styles from './review-page.module.css';
import { ReviewPane } from './review-pane.tsx';
import { TransferWork } from './transfer-work.tsx';
import { useReviewKeys } from './use-review-keys.ts';
import { useTicked } from './use-ticked.ts';

const PAGE_SIZE = 200;
type Dialog = 'legend' | 'post' | 'batch' | 'returnMany' | 'transfer';

/** The queue at the left, the work with its evidence at the right; the keyboard is enough. */
export function ReviewPage() {
  const phone = useIsPhone();
  const posts = useAbility('entry.post');
  const [search, change] = useSearch();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [done, setDone] = useState(0);
  const [outcome, setOutcome] = useState<BatchOutcome | null>(null);
  const queue = useEndpoint(
    submissions.listReviewQueue,
    {
      query: {
        pageSize: PAGE_SIZE,
        page: Number(search.page ?? 1),
        whose: search.whose === 'all' ? 'all' : 'mine',
        ...(search.overdue ? { overdue: '1' as const } : {}),
        ...(search.indicatorCode ? { indicatorCode: search.indicatorCode } : {}),
        ...(search.unitId ? { unitId: search.unitId } : {}),
      },
    },
    { keepPrevious: true, refetchEvery: 60_000 },
  );
  const items = queue.data?.items ?? [];
  const ticks = useTicked(items);
  const plain = ticks.chosen.filter((item) => item.plain);
  // A link may name one that stands further down the queue, or in no list at all.
  const chosenId = search.id ?? (phone ? null : (items[0]?.id ?? null));
  const chosen = items.find((item) => item.id === chosenId);
  const choose = (id: string | null) => change({ id });
  const step = (by: number) => {
    const from = items.findIndex((item) => item.id === chosenId);
    const next = items[Math.min(Math.max(from + by, 0), items.length - 1)];
    if (next) choose(next.id);
  };
  const keys = useReviewKeys({
    next: () => step(1),
    previous: () => step(-1),
    tick: () => chosen && ticks.toggle(chosen),
    tickAll: ticks.toggleAll,
    acceptTicked: () => plain.length > 0 && setDialog('batch'),
    returnTicked: () => ticks.chosen.length > 0 && setDialog('returnMany'),
    legend: () => setDialog((now) => (now === 'legend' ? null : 'legend')),
  });
  usePreloaded(items[items.findIndex((item) => item.id === chosenId) + 1]?.id);
  if (queue.isError && !queue.data)
    return <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />;
  if (!queue.data) return <LoadingState />;
  const after = (id: string, decided: boolean) => {
    if (decided) setDone((count) => count + 1);
    const place = items.findIndex((item) => item.id === id);
    choose(items[place + 1]?.id ?? items[place - 1]?.id ?? null);
  };
  // What was in sight may be among those just handled: the first that waits takes its place.
  const afterMany = () => {
    if (chosenId !== null && ticks.ids.has(chosenId)) choose(null);
    ticks.clear();
  };
  const list = (
    <QueuePanel
      queue={queue.data}
      chosenId={chosenId}
      ticks={ticks}
      onChoose={choose}
      onAccept={() => setDialog('batch')}
      onReturn={() => setDialog('returnMany')}
      onTransfer={() => setDialog('transfer')}
    />
  );
  const pane = chosenId && (
    <ReviewPane
      key={chosenId}
      id={chosenId}
      listed={chosen?.version}
      keys={keys}
      onDone={after}
      onStep={step}
      {...(phone ? { onBack: () => choose(null) } : {})}
    />
  );
  const progress =
    done > 0 ? `本次已审 ${done} 件，还有 ${queue.data.total} 件。` : `还有 ${queue.data.total} 件待审。`;
  return (
    <>
      <PageHeader
        title="审核"
        description={phone && chosenId ? undefined : progress}
        more={
          !(phone && chosenId) && (
            <>
              {!phone && <Button onClick={() => setDialog('legend')}>键盘说明（？）</Button>}
              {posts && <Button onClick={() => setDialog('post')}>登记加减分</Button>}
            </>
          )
        }
      />
      {outcome && <BatchResult {...outcome} onClose={() => setOutcome(null)} />}
      {queue.data.all === 0 && !search.id ? (
        <EmptyState title="没有待审核的填报" how="各单位填报后，按归口流转到这里。" />
      ) : phone ? (
        pane || list
      ) : (
        <div className={styles.split}>
          {list}
          {pane || <EmptyState title="没有符合条件的填报" how="请放宽指标或单位条件，或查看“全部”。" />}
        </div>
      )}
      {dialog === 'legend' && <KeyLegend onClose={() => setDialog(null)} />}
      {dialog === 'post' && <PostEntry onClose={() => setDialog(null)} />}
      {dialog === 'batch' && (
        <ConfirmBatch
          items={plain}
          onClose={() => setDialog(null)}
          onDone={(result) => {
            setDialog(null);
            afterMany();
            setDone((count) => count + result.accepted);
            setOutcome({ verb: '采纳', done: result.accepted, refused: result.refused });
          }}
        />
      )}
      {dialog === 'returnMany' && (
        <ReturnMany
          items={ticks.chosen}
          onClose={() => setDialog(null)}
          onDone={({ returned, refused }) => {
            afterMany();
            setDone((count) => count + returned);
            setOutcome({ verb: '退回', done: returned, refused });
          }}
        />
      )}
      {dialog === 'transfer' && (
        <TransferWork
          submissionIds={ticks.chosen.map(({ id }) => id)}
          title={`转办选中的 ${ticks.chosen.length} 件`}
          onClose={() => setDialog(null)}
          onMoved={({ moved, refused }) => {
            afterMany();
            setOutcome(
              refused.length > 0
                ? { verb: '转办', done: moved.length, refused: refused.map((each) => each.message) }
                : null,
            );
          }}
        />
      )}
    </>
  );
}

/** The next one is fetched while this one is looked at. */
function usePreloaded(id: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (id === undefined) return;
    const args = { params: { submissionId: id } };
    void queries.prefetchQuery({
      queryKey: endpointKey(submissions.getSubmission, args),
      queryFn: ({ signal }) => call(submissions.getSubmission, args, { signal }),
    });
  }, [id, queries]);
}
