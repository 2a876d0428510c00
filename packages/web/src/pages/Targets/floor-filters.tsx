import type { targets } from '@mingji/contract';
import { Select } from 'antd';
import type { z } from 'zod';
import { useSearch } from '../../app/use-search.ts';
import { floorState, floorStates } from './floor-state.ts';
import styles from './targets.module.css';
import type { Book } from './texts.ts';

interface FloorFiltersProps {
  readonly book: Book;
  readonly progress: z.infer<typeof targets.floorProgress> | undefined;
  /** One officer has no rows to choose among. */
  readonly withState: boolean;
}

/** Period, indicator and state of a floor; all stand in the address. */
export function FloorFilters({ book, progress, withState }: FloorFiltersProps) {
  const [search, change] = useSearch();
  const periods = [
    ...(progress?.periods ?? []).map(({ id, name }) => ({ value: id, label: name })),
    { value: 'all', label: `${book.year} 年全年` },
  ];
  return (
    <div className={styles.filters}>
      <Select
        aria-label="考核周期"
        value={progress ? (progress.periodId ?? 'all') : null}
        loading={!progress}
        popupMatchSelectWidth={false}
        style={{ width: 150 }}
        options={periods}
        onChange={(period: string) => change({ period }, 'push')}
      />
      <Select
        aria-label="指标"
        placeholder="全部指标"
        allowClear
        value={search.indicator ?? null}
        popupMatchSelectWidth={false}
        style={{ minWidth: 150 }}
        options={book.indicators.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(indicator: string | null) => change({ indicator }, 'push')}
      />
      {withState && (
        <Select
          aria-label="推进状态"
          placeholder="全部状态"
          allowClear
          value={floorState(search.state)}
          style={{ width: 140 }}
          options={Object.entries(floorStates).map(([value, { label }]) => ({ value, label }))}
          onChange={(state: string | null) => change({ state }, 'push')}
        />
      )}
    </div>
  );
}
