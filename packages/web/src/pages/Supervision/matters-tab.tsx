import { supervision } from '@mingji/contract';
import { MATTER_NAMES } from '@mingji/engine';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar, type FilterField } from '../../components/filter-bar.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import { matterColumns } from './matter-columns.tsx';
import { PressDialog, type PressWish } from './press-dialog.tsx';
import styles from './supervision.module.css';
import { type Matter, whoText } from './texts.ts';

const names = {
  filters: { kind: '', state: 'open', unitId: '', officerId: '', ruleSetId: '', pressed: '', text: '' },
};

/** What is late below the viewer; one, many or all of it is pressed from here. */
export function MattersTab() {
  const state = useTableState(names);
  const [wish, setWish] = useState<PressWish | null>(null);
  const filter = wantedOf(state.filters);
  const list = useEndpoint(
    supervision.listMatters,
    { query: { page: state.page, pageSize: state.pageSize, ...(filter as object) } },
    { keepPrevious: true },
  );
  const fields = useFields(list.data?.ruleSets ?? []);
  // The counts come with the list, so that nothing moves while it is read.
  if (list.isPending) return <LoadingState />;
  const { counts = [], calendarNotice, pressable = 0 } = list.data ?? {};
  const pressOne = (matter: Matter) =>
    setWish({ title: `${whoText(matter.who)} ${matter.title}`, keys: [matter.key] });
  return (
    <>
      {calendarNotice && (
        <Alert
          type="warning"
          showIcon
          title={`${calendarNotice}。在此之前，需按工作日推算的逾期不作认定，也不会自动上报。`}
          style={{ marginBottom: 12 }}
        />
      )}
      <ul className={styles.kinds} aria-label="按类别">
        {counts.map(({ kind, late, near }) => (
          <li key={kind}>
            <button
              type="button"
              className={styles.kind}
              aria-pressed={state.filters.kind === kind}
              onClick={() => state.setFilters({ kind: state.filters.kind === kind ? '' : kind })}
            >
              <span>{MATTER_NAMES[kind]}</span>
              <strong className={late > 0 ? styles.late : undefined}>{late}</strong>
              <span className="mj-quiet">临期 {near}</span>
            </button>
          </li>
        ))}
      </ul>
      <DataTable
        name="supervision"
        label="督办清单"
        columns={matterColumns(pressOne)}
        rowKey={(row) => row.key}
        source={list}
        state={state}
        filters={<FilterBar state={state} fields={fields} />}
        tools={
          pressable > 0 && (
            <Button
              onClick={() =>
                setWish({
                  title: `${list.data?.unit?.name ?? '本级以下'}符合当前条件的全部事项`,
                  all: filter,
                })
              }
            >
              全部催办（{pressable}）
            </Button>
          )
        }
        batch={(rows, clear) => (
          <Button
            size="small"
            type="primary"
            disabled={!rows.some((row) => row.canPress)}
            onClick={() => {
              const keys = rows.filter((row) => row.canPress).map((row) => row.key);
              setWish({ title: `所选 ${keys.length} 项`, keys });
              clear();
            }}
          >
            催办所选
          </Button>
        )}
        empty={{
          title: '没有逾期或临近期限的事项',
          how: '目标未查收、未分解，临期未填报，退回未补正，审核和复议逾期的，会列在这里。',
        }}
      />
      {wish && <PressDialog wish={wish} onClose={() => setWish(null)} onDone={() => setWish(null)} />}
    </>
  );
}

/** Filters that are set, as the server takes them; `all` is what was taken away on purpose. */
function wantedOf(filters: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const set = Object.entries(filters).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(set), ...(filters.state === '' ? { state: 'all' } : {}) };
}

function useFields(ruleSets: readonly { readonly id: string; readonly name: string }[]): FilterField[] {
  const units = useUnitOptions();
  return [
    { kind: 'text', key: 'text', label: '姓名、单位、事项' },
    {
      kind: 'select',
      key: 'state',
      label: '状态',
      width: 150,
      options: [
        { value: 'open', label: '逾期和临期' },
        { value: 'late', label: '已逾期' },
        { value: 'near', label: '临近期限' },
        { value: 'waiting', label: '未到期' },
      ],
    },
    {
      kind: 'select',
      key: 'ruleSetId',
      label: '考核办法',
      options: ruleSets.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: 'select',
      key: 'unitId',
      label: '单位及下级',
      options: units.options.map(({ value, label }) => ({ value, label })),
    },
    {
      kind: 'select',
      key: 'pressed',
      label: '催办情况',
      width: 130,
      options: [
        { value: 'never', label: '未催办' },
        { value: 'open', label: '催办未说明' },
        { value: 'replied', label: '已说明' },
      ],
    },
  ];
}
