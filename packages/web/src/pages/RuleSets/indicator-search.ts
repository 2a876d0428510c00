import { ruleSets } from '@mingji/contract';
import { FAMILY_NAMES } from '@mingji/engine';
import type { TableNames } from '../../app/table-state.ts';
import type { TableState } from '../../app/use-table-state.ts';
import type { FilterField, FilterOption } from '../../components/filter-bar.tsx';
import type { StatusMap } from '../../components/status-tag.tsx';

export const standings: StatusMap<ruleSets.Standing> = {
  inForce: { label: '施行中', look: 'good' },
  upcoming: { label: '待施行', look: 'waiting' },
  superseded: { label: '已被取代', look: 'ended' },
  draft: { label: '草稿', look: 'draft' },
  submitted: { label: '备案审核中', look: 'waiting' },
  filed: { label: '已备案', look: 'good' },
};
export const lintStates: StatusMap<ruleSets.IndicatorLine['lint']> = {
  open: { label: '须法制意见', look: 'returned' },
  signedOff: { label: '已有法制意见', look: 'good' },
  advice: { label: '有提示', look: 'waiting' },
  clean: { label: '无提示', look: 'ended' },
};

/** Every condition by its name in the address. */
export const names = {
  filters: {
    ...{ text: '', owner: '', module: '', item: '', family: '', year: '', standing: 'inForce' },
    ...{ unit: '', level: '', lint: '', method: '', period: '' },
  },
} satisfies TableNames;
type Name = keyof (typeof names)['filters'];

/** What the address asks the server for; what it says wrongly is left out. */
export function indicatorQuery({ filters }: Pick<TableState, 'filters'>) {
  const given = (name: Name) => filters[name] || undefined;
  const query = {
    ...{ text: given('text'), owner: given('owner'), module: given('module'), item: given('item') },
    ...{ unitId: given('unit'), ruleSetId: given('method'), periodId: given('period') },
    ...{ year: given('year'), level: given('level') },
    ...{ family: given('family'), standing: given('standing'), lint: given('lint') },
  };
  const known = Object.entries(query).filter(
    ([name, value]) =>
      value !== undefined && ruleSets.exportIndicators.query.safeParse({ [name]: value }).success,
  );
  return Object.fromEntries(known) as Record<string, never>;
}

const select = (key: Name, label: string, width: number, options: readonly FilterOption[]): FilterField => ({
  ...{ kind: 'select', key, label, width, options },
});
const mapped = (map: StatusMap<string>): FilterOption[] =>
  Object.entries(map).map(([value, { label }]) => ({ value, label }));

/** This year and the ten before it; older ones are reached by their address. */
export function indicatorFields(
  thisYear: number,
  units: readonly FilterOption[],
  methods: readonly FilterOption[],
): FilterField[] {
  const years = Array.from({ length: 12 }, (_, index) => String(thisYear + 1 - index));
  return [
    { kind: 'text', key: 'text', label: '名称、代码、条款或证明材料', width: 264 },
    select(
      'year',
      '施行年度',
      105,
      years.map((value) => ({ value, label: `${value} 年` })),
    ),
    select('standing', '状态', 110, mapped(standings)),
    select('method', '考核办法', 190, methods),
    select('unit', '制定单位（含下级）', 170, units),
    select(
      'level',
      '层级',
      100,
      ['一', '二', '三', '四', '五'].map((word, at) => ({ value: String(at + 1), label: `${word}级单位` })),
    ),
    { kind: 'text', key: 'module', label: '模块', width: 110 },
    { kind: 'text', key: 'item', label: '项目', width: 110 },
    { kind: 'text', key: 'owner', label: '归口部门', width: 150 },
    select(
      'family',
      '计分方式',
      120,
      Object.entries(FAMILY_NAMES).map(([value, label]) => ({ value, label })),
    ),
    select('lint', '指标体检', 125, mapped(lintStates)),
  ];
}
