import { type entries, periods, ruleSets, scoreLog } from '@mingji/contract';
import { useEndpoint } from '../../api/use-endpoint.ts';
import type { FilterField, FilterOption } from '../../components/filter-bar.tsx';
import { sourceNames } from '../MyAppraisal/entry-summary.tsx';
import { markNames } from '../MyAppraisal/mark-text.tsx';
import type { LogName } from './use-logs.ts';

const kindNames: Readonly<Record<entries.EntryView['kind'], string>> = {
  event: '加减分',
  measure: '完成量',
  score: '评分',
  vote: '测评',
  adjustment: '补记差额',
  exemption: '免予考核',
  reversal: '冲销',
};
const optionsOf = (named: Readonly<Record<string, string>>): FilterOption[] =>
  Object.entries(named).map(([value, label]) => ({ value, label }));

/** What each log can be narrowed by; indicators are those of the chosen period, else those that are shown. */
export function useLogFields(
  log: LogName,
  filters: Readonly<Record<string, string | undefined>>,
  rows: readonly entries.EntryView[],
): readonly FilterField[] {
  const all = useEndpoint(periods.listPeriods, { query: { pageSize: 50 } });
  const scorers = useEndpoint(
    scoreLog.listScorers,
    log === 'scored' ? null : { query: filters.period ? { periodId: filters.period } : {} },
  );
  const known = useEndpoint(
    ruleSets.listIndicators,
    filters.period ? { query: { periodId: filters.period, pageSize: 200 } } : null,
  );
  const own = log === 'mine' || log === 'unit';
  return [
    ...(log === 'mine'
      ? []
      : [{ kind: 'text' as const, key: 'text', label: '姓名、警号、单位或事由', width: 190 }]),
    ...(own ? [select('mark', '查阅', optionsOf(markNames), 110)] : []),
    select(
      'period',
      '周期',
      (all.data?.items ?? [])
        .filter((each) => each.state !== 'draft')
        .map((each) => ({ value: each.id, label: `${each.label} · ${each.ruleSet.name}` })),
      160,
    ),
    select(
      'indicator',
      '指标',
      indicatorOptions(known.data?.items ?? rows.map(({ indicator }) => indicator), filters.indicator),
      130,
    ),
    ...(log === 'scored'
      ? []
      : [
          select(
            'scorer',
            '评分人',
            (scorers.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            110,
          ),
        ]),
    select('kind', '种类', optionsOf(kindNames), 110),
    select('source', '来源', optionsOf(sourceNames), 110),
    select('appealed', '复议', [{ value: '1', label: '提出过复议' }], 120),
  ];
}

const select = (
  key: string,
  label: string,
  options: readonly FilterOption[],
  width: number,
): FilterField => ({
  kind: 'select',
  key,
  label,
  options,
  width,
});

function indicatorOptions(
  indicators: readonly { readonly code: string; readonly name: string }[],
  chosen: string | undefined,
): FilterOption[] {
  const known = new Map(indicators.map(({ code, name }) => [code, name]));
  if (chosen && !known.has(chosen)) known.set(chosen, chosen);
  return [...known].map(([value, label]) => ({ value, label }));
}
