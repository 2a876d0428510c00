import type { Reply, submissions } from '@mingji/contract';
import { Button, Checkbox, Pagination, Segmented, Select } from 'antd';
import { useSearch } from '../../app/use-search.ts';
import { QueueList } from './queue-list.tsx';
import styles from './review-page.module.css';
import { mayTick, type Ticks } from './use-ticked.ts';

interface QueuePanelProps {
  readonly queue: Reply<typeof submissions.listReviewQueue>;
  readonly chosenId: string | null;
  readonly ticks: Ticks;
  readonly onChoose: (id: string) => void;
  readonly onAccept: () => void;
  readonly onReturn: () => void;
  readonly onTransfer: () => void;
}

/** The queue with whose it is, what narrows it, and what can be done with many. */
export function QueuePanel(props: QueuePanelProps) {
  const { queue, chosenId, ticks, onChoose, onAccept, onReturn, onTransfer } = props;
  const [search, change] = useSearch();
  const narrow = (wanted: Record<string, string | null>) => change({ ...wanted, id: null, page: null });
  const whose = search.overdue ? 'overdue' : search.whose === 'all' ? 'all' : 'mine';
  const free = queue.items.filter(mayTick);
  const ticked = ticks.ids.size;
  // What takes points of its own is looked at one by one; it can be sent back with the others.
  const plain = ticks.chosen.filter((item) => item.plain).length;
  return (
    <div className={styles.left}>
      <Segmented
        block
        value={whose}
        options={[
          { value: 'mine', label: `待我审核 ${queue.mine}` },
          { value: 'all', label: `全部 ${queue.all}` },
          { value: 'overdue', label: `超时 ${queue.overdue}` },
        ]}
        onChange={(next) =>
          narrow({ whose: next === 'mine' ? null : 'all', overdue: next === 'overdue' ? '1' : null })
        }
      />
      <div className={styles.filters}>
        <Select
          aria-label="指标"
          placeholder="全部指标"
          allowClear
          value={search.indicatorCode ?? null}
          popupMatchSelectWidth={false}
          options={queue.byIndicator.map((each) => ({
            value: each.code,
            label: `${each.name}（${each.count}）`,
          }))}
          onChange={(next) => narrow({ indicatorCode: next ?? null })}
        />
        <Select
          aria-label="单位"
          placeholder="全部单位"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={search.unitId ?? null}
          popupMatchSelectWidth={false}
          options={queue.byUnit.map((each) => ({ value: each.id, label: `${each.name}（${each.count}）` }))}
          onChange={(next) => narrow({ unitId: next ?? null })}
        />
      </div>
      <div className={styles.batch}>
        <Checkbox
          checked={free.length > 0 && free.every((item) => ticks.ids.has(item.id))}
          indeterminate={ticked > 0 && free.some((item) => !ticks.ids.has(item.id))}
          disabled={free.length === 0}
          onChange={ticks.toggleAll}
        >
          {ticked > 0 ? `已选 ${ticked} 件` : `共 ${queue.total} 件`}
        </Checkbox>
        {ticked > 0 && (
          <span className={styles.many}>
            <Button size="small" onClick={onTransfer}>
              转办
            </Button>
            <Button size="small" onClick={onReturn}>
              退回
            </Button>
            <Button type="primary" size="small" disabled={plain === 0} onClick={onAccept}>
              采纳 {plain} 件
            </Button>
          </span>
        )}
      </div>
      <QueueList
        items={queue.items}
        chosenId={chosenId}
        ticked={ticks.ids}
        onChoose={onChoose}
        onTick={ticks.toggle}
      />
      {queue.total > queue.pageSize && (
        <Pagination
          simple
          size="small"
          className={styles.pages ?? ''}
          current={queue.page}
          pageSize={queue.pageSize}
          total={queue.total}
          onChange={(page) => change({ page: page === 1 ? null : String(page), id: null })}
        />
      )}
    </div>
  );
}
