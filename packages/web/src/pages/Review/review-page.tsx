import { submissions } from '@mingji/contract';
import { Button, Checkbox, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { BatchResult } from './batch-result.tsx';
import { PostEntry } from './post-entry.tsx';
import { QueueList } from './queue-list.tsx';
import styles from './review-page.module.css';
import { ReviewPane } from './review-pane.tsx';
import { useReviewKeys } from './use-review-keys.ts';

const reads = [submissions.listReviewQueue, submissions.getSubmission];

/** The queue at the left, the work with its evidence at the right; the keyboard is enough. */
export function ReviewPage() {
  const phone = useIsPhone();
  const posts = useAbility('entry.post');
  const [search, change] = useSearch();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [posting, setPosting] = useState(false);
  const queue = useEndpoint(
    submissions.listReviewQueue,
    {
      query: {
        pageSize: 200,
        ...(search.indicatorCode ? { indicatorCode: search.indicatorCode } : {}),
        ...(search.unitId ? { unitId: search.unitId } : {}),
      },
    },
    { keepPrevious: true, refetchEvery: 60_000 },
  );
  const batch = useCommand(submissions.acceptMany, { invalidates: reads, doneText: null });
  const [outcome, setOutcome] = useState<{ accepted: number; refused: readonly string[] } | null>(null);
  const items = queue.data?.items ?? [];
  const chosen = items.find((item) => item.id === search.id) ?? (phone ? undefined : items[0]);
  const choose = (id: string | null) => change({ id });
  const step = (by: number) => {
    const at = items.findIndex((item) => item.id === chosen?.id);
    const next = items[Math.min(Math.max(at + by, 0), items.length - 1)];
    if (next) choose(next.id);
  };
  const keys = useReviewKeys({ next: () => step(1), previous: () => step(-1) });
  useEffect(() => {
    const present = new Set(items.map((item) => item.id));
    setTicked((before) =>
      [...before].every((id) => present.has(id))
        ? before
        : new Set([...before].filter((id) => present.has(id))),
    );
  }, [items]);
  if (queue.isError && !queue.data)
    return <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />;
  if (!queue.data) return <LoadingState />;
  const plain = items.filter((item) => item.plain);
  const acceptTicked = async () => {
    const wanted = items.filter((item) => ticked.has(item.id));
    const reply = await batch.run({
      body: { items: wanted.map(({ id, version }) => ({ submissionId: id, version })) },
    });
    if (!reply) return;
    setTicked(new Set());
    setOutcome({ accepted: reply.accepted.length, refused: reply.refused.map((each) => each.message) });
  };
  const after = (id: string) => {
    const at = items.findIndex((item) => item.id === id);
    choose(items[at + 1]?.id ?? items[at - 1]?.id ?? null);
  };
  const list = (
    <div className={styles.left}>
      <div className={styles.filters}>
        <Select
          aria-label="指标"
          placeholder="全部指标"
          allowClear
          value={search.indicatorCode ?? null}
          popupMatchSelectWidth={false}
          options={queue.data.byIndicator.map((each) => ({
            value: each.code,
            label: `${each.name}（${each.count}）`,
          }))}
          onChange={(next) => change({ indicatorCode: next ?? null, id: null })}
        />
        <Select
          aria-label="单位"
          placeholder="全部单位"
          allowClear
          value={search.unitId ?? null}
          popupMatchSelectWidth={false}
          options={queue.data.byUnit.map((each) => ({
            value: each.id,
            label: `${each.name}（${each.count}）`,
          }))}
          onChange={(next) => change({ unitId: next ?? null, id: null })}
        />
      </div>
      <div className={styles.batch}>
        <Checkbox
          checked={plain.length > 0 && plain.every((item) => ticked.has(item.id))}
          indeterminate={ticked.size > 0 && plain.some((item) => !ticked.has(item.id))}
          disabled={plain.length === 0}
          onChange={(event) =>
            setTicked(event.target.checked ? new Set(plain.map((item) => item.id)) : new Set())
          }
        >
          共 {queue.data.total} 件
        </Checkbox>
        {ticked.size > 0 && (
          <Button type="primary" size="small" loading={batch.isPending} onClick={() => void acceptTicked()}>
            按填报内容采纳 {ticked.size} 件
          </Button>
        )}
      </div>
      <QueueList
        items={items}
        chosenId={chosen?.id ?? null}
        ticked={ticked}
        onChoose={choose}
        onTick={(id) => {
          const next = new Set(ticked);
          if (!next.delete(id)) next.add(id);
          setTicked(next);
        }}
      />
    </div>
  );
  return (
    <>
      <PageHeader
        title="审核"
        description={phone ? undefined : '键盘：j / k 下一件、上一件，a 采纳，r 退回。'}
        more={posts && <Button onClick={() => setPosting(true)}>登记加减分</Button>}
      />
      {outcome && <BatchResult {...outcome} onClose={() => setOutcome(null)} />}
      {items.length === 0 && !search.indicatorCode && !search.unitId ? (
        <EmptyState title="没有待审核的填报" how="各单位填报后，按归口流转到这里。" />
      ) : phone ? (
        chosen ? (
          <ReviewPane id={chosen.id} keys={keys} onDecided={after} onBack={() => choose(null)} />
        ) : (
          list
        )
      ) : (
        <div className={styles.split}>
          {list}
          {chosen ? (
            <ReviewPane key={chosen.id} id={chosen.id} keys={keys} onDecided={after} />
          ) : (
            <EmptyState title="没有符合条件的填报" how="请放宽指标或单位条件。" />
          )}
        </div>
      )}
      {posting && <PostEntry onClose={() => setPosting(false)} />}
    </>
  );
}
