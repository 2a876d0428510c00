import type { results } from '@mingji/contract';
import { Radio, Select } from 'antd';
import { useSearch } from '../../app/use-search.ts';
import type { RankedPeriod } from './ranked-periods.ts';
import styles from './ranking-head.module.css';

interface RankingHeadProps {
  readonly periods: readonly RankedPeriod[];
  readonly period: RankedPeriod;
  readonly kind: results.RankingRow['subjectKind'];
  readonly view: 'table' | 'chart';
}

/** Which ranking: period, units or officers, table or picture. All of it stands in the address. */
export function RankingHead({ periods, period, kind, view }: RankingHeadProps) {
  const [, change] = useSearch();
  // Another list has other pages, sequences and orders.
  const anew = { page: null, sequence: null, sort: null };
  return (
    <div className={styles.head}>
      <Select
        aria-label="周期"
        value={period.id}
        className={styles.period ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={periods.map((one) => ({ value: one.id, label: periodWords(one) }))}
        onChange={(id: string) => change({ ...anew, period: id }, 'push')}
      />
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        aria-label="考核对象"
        value={kind}
        options={[
          { value: 'unit', label: '单位', disabled: !period.ruleSet.appraises.includes('unit') },
          { value: 'officer', label: '民警', disabled: !period.ruleSet.appraises.includes('officer') },
        ]}
        onChange={({ target }) => change({ ...anew, kind: String(target.value) }, 'push')}
      />
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        aria-label="显示方式"
        value={view}
        options={[
          { value: 'table', label: '表格' },
          { value: 'chart', label: '条形图' },
        ]}
        onChange={({ target }) => change({ view: target.value === 'chart' ? 'chart' : null })}
      />
    </div>
  );
}

export function periodWords({ label, ruleSet, published }: RankedPeriod): string {
  return `${label} · ${ruleSet.name}${published ? '' : '（未公示）'}`;
}
