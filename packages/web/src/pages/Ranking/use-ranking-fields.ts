import { organization, results } from '@mingji/contract';
import { useMemo } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import type { FilterField, FilterOption } from '../../components/filter-bar.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import type { RankingKind } from './ranking-query.ts';

/** The conditions of a ranking: only what occurs in it is offered. */
export function useRankingFields(
  periodId: string,
  kind: RankingKind,
): { readonly fields: readonly FilterField[]; readonly pending: boolean } {
  const units = useUnitOptions();
  const { data, isPending } = useEndpoint(
    results.getRankingChoices,
    { params: { periodId }, query: { subjectKind: kind } },
    { keepPrevious: true },
  );
  const fields = useMemo<readonly FilterField[]>(() => {
    const select = (key: string, label: string, width: number, options: readonly FilterOption[]) =>
      options.length === 0 ? [] : [{ kind: 'select' as const, key, label, width, options }];
    const groups = [...new Set((data?.sequences ?? []).flatMap((one) => one.groups))].sort();
    return [
      { kind: 'text', key: 'text', label: kind === 'unit' ? '单位名称或代码' : '姓名、警号或单位' },
      ...select('sequence', '全部序列', 170, options(data?.sequences ?? [])),
      ...select(
        'group',
        '全部组',
        90,
        groups.map((code) => ({ value: code, label: `${code} 组` })),
      ),
      ...select(
        'level',
        '全部层级',
        130,
        (data?.levels ?? []).map(({ level, kinds }) => ({
          value: String(level),
          label: `${levelNames[level - 1] ?? level}级：${kinds.map((each) => organization.unitKindLabels[each]).join('、')}`,
        })),
      ),
      ...select(
        'post',
        '全部岗位',
        120,
        (data?.posts ?? []).map((post) => ({ value: post, label: post })),
      ),
      ...select(
        'unit',
        '全部单位（含下级）',
        180,
        units.options.map((unit) => ({
          value: unit.value,
          label: unit.hint ? `${unit.label}（${unit.hint}）` : unit.label,
        })),
      ),
      ...select('part', '按总分排名', 180, parts(data?.modules ?? [])),
    ];
  }, [kind, data, units.options]);
  return { fields, pending: isPending || units.loading };
}

const levelNames = ['一', '二', '三', '四', '五'];

function options(named: readonly { readonly code: string; readonly name: string }[]): FilterOption[] {
  return named.map(({ code, name }) => ({ value: code, label: name }));
}

type Modules = ReturnType<typeof results.getRankingChoices.response.parse>['modules'];

/** One module is the whole; then only its items are parts. */
function parts(modules: Modules): FilterOption[] {
  return modules.flatMap((module) => [
    ...(modules.length > 1 ? [{ value: `module:${module.code}`, label: `模块：${module.name}` }] : []),
    ...module.items.map((item) => ({ value: `item:${item.code}`, label: `项目：${item.name}` })),
  ]);
}
