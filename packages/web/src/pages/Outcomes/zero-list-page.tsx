import { outcomes } from '@mingji/contract';
import { Radio, Select } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import styles from './outcomes.module.css';
import { ZeroListTable } from './zero-list-table.tsx';

/** Who had no accepted work in the month though present (P16). */
export function ZeroListPage() {
  const [search, change] = useSearch();
  const months = useEndpoint(outcomes.listZeroListPeriods, {});
  const header = (
    <PageHeader
      title="清零名单"
      description="在岗满规定天数而当月没有被采纳工作的民警和单位；出勤不详的单列，不计入名单。"
    />
  );
  if (!months.data) {
    return months.error ? (
      <ErrorState error={months.error} onRetry={() => void months.refetch()} />
    ) : (
      <LoadingState />
    );
  }
  const { items } = months.data;
  const month = items.find((one) => one.id === search.period) ?? items[0];
  if (!month) {
    return (
      <>
        {header}
        <EmptyState
          title="还没有清零名单"
          how="办法的“名单”中写明清零条款后，每个考核月的名单列在这里，封存后不再变化。"
        />
      </>
    );
  }
  const wanted = search.kind === 'unit' ? 'unit' : 'officer';
  const kind = month.kinds.includes(wanted) ? wanted : (month.kinds[0] ?? wanted);
  const list = search.list === 'unknown' ? 'unknown' : 'listed';
  return (
    <>
      {header}
      <div className={styles.bar}>
        <Select
          aria-label="月份"
          value={month.id}
          className={styles.period ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={items.map((one) => ({ value: one.id, label: `${one.label} · ${one.ruleSetName}` }))}
          onChange={(period: string) => change({ period, page: null }, 'push')}
        />
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          aria-label="对象"
          value={kind}
          options={[
            { value: 'officer', label: '民警', disabled: !month.kinds.includes('officer') },
            { value: 'unit', label: '单位', disabled: !month.kinds.includes('unit') },
          ]}
          onChange={({ target }) => change({ kind: String(target.value), page: null }, 'push')}
        />
      </div>
      <ZeroListTable periodId={month.id} kind={kind} list={list} />
    </>
  );
}
