import { Radio, Select } from 'antd';
import { useSearch } from '../../app/use-search.ts';
import type { RankedPeriod } from './ranked-periods.ts';
import styles from './ranking-head.module.css';
import { type RankingKind, type RankingView, viewNames, viewOf, views } from './ranking-query.ts';

interface RankingHeadProps {
  readonly periods: readonly RankedPeriod[];
  readonly period: RankedPeriod;
  readonly kind: RankingKind;
  readonly view: RankingView;
}

/** Which ranking: period, units or officers, table or picture. All of it stands in the address. */
export function RankingHead({ periods, period, kind, view }: RankingHeadProps) {
  const [, change] = useSearch();
  // Another list has other pages, sequences, posts, parts and people.
  const anew = {
    ...{ page: null, sequence: null, group: null, level: null, post: null, part: null, sort: null },
    ...{ subjects: null, left: null, right: null },
  };
  return (
    <div className={styles.head}>
      <Select
        aria-label="周期"
        value={period.id}
        className={styles.period ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={periods.map((one) => ({ value: one.id, label: periodWords(one) }))}
        onChange={(id: string) =>
          // Within one method the conditions mean the same in every period.
          change(
            sameMethod(periods, period, id) ? { period: id, page: null } : { ...anew, period: id },
            'push',
          )
        }
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
        options={views.map((value) => ({ value, label: viewNames[value] }))}
        onChange={({ target }) => {
          const next = viewOf(String(target.value));
          change({ view: next === 'table' ? null : next }, 'push');
        }}
      />
    </div>
  );
}

function sameMethod(periods: readonly RankedPeriod[], from: RankedPeriod, id: string): boolean {
  return periods.find((one) => one.id === id)?.ruleSet.id === from.ruleSet.id;
}

export function periodWords({ label, ruleSet, published }: RankedPeriod): string {
  return `${label} · ${ruleSet.name}${published ? '' : '（未公示）'}`;
}
