import { periods } from '@mingji/contract';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useAbility, useSession } from '../../app/session.tsx';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { CreatePeriods } from './create-periods.tsx';
import { PeriodCard } from './period-card.tsx';
import { PeriodDrawer } from './period-drawer.tsx';
import { PeriodTable } from './period-table.tsx';
import { isUnderWay } from './stages.ts';
import { type Period, texts } from './texts.ts';
import { YearCalendar } from './year-calendar.tsx';

/** The year: what is under way with its stage bar, the rest of the year below, rule set by rule set. */
export function PeriodsPage() {
  const { bureau } = useSession();
  const [search, change] = useSearch();
  const mayManage = useAbility('period.manage');
  const [creating, setCreating] = useState(false);
  const thisYear = Number(dayOf(serverNow(), bureau.timeZone).slice(0, 4));
  const year = Number(search.year ?? thisYear);
  const view = search.view === 'calendar' ? 'calendar' : 'list';
  const list = useEndpoint(periods.listPeriods, { query: { year, pageSize: 200 } }, { keepPrevious: true });
  const years = [...new Set([thisYear + 1, thisYear, year, ...(list.data?.years ?? [])])].sort(
    (a, b) => b - a,
  );
  const methods = methodsOf(list.data?.items ?? []);
  const shown = (list.data?.items ?? []).filter(
    ({ ruleSet }) => !search.method || ruleSet.id === search.method,
  );
  const create = (
    <Button type="primary" onClick={() => setCreating(true)}>
      {texts.create}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={texts.title}
        description={texts.description}
        more={
          <>
            <Segmented
              aria-label="查看方式"
              value={view}
              options={[
                { value: 'list', label: '进度' },
                { value: 'calendar', label: '日历' },
              ]}
              onChange={(next) => change({ view: next === 'calendar' ? 'calendar' : null })}
            />
            {methods.length > 1 && (
              <Select
                aria-label="考核办法"
                placeholder="全部办法"
                allowClear
                value={search.method ?? null}
                options={methods}
                popupMatchSelectWidth={false}
                style={{ width: 200 }}
                onChange={(next: string | null) => change({ method: next ?? null }, 'push')}
              />
            )}
            <Select
              aria-label="年度"
              value={year}
              options={years.map((value) => ({ value, label: `${value} 年` }))}
              onChange={(next: number) => change({ year: String(next) }, 'push')}
            />
          </>
        }
        action={mayManage && create}
      />
      {list.error && !list.data && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <LoadingState />}
      {list.data?.items.length === 0 && (
        <EmptyState
          title={`${year} 年还没有考核周期`}
          how={
            mayManage ? '选择已发布的办法和模板，一次建立全年周期。' : '考核办建立周期后，进度显示在这里。'
          }
          action={mayManage && create}
        />
      )}
      {view === 'calendar' && list.data && list.data.items.length > 0 && (
        <YearCalendar periods={shown} year={year} onOpen={(period) => change({ period: period.id })} />
      )}
      {byRuleSet(view === 'list' ? shown : []).map(({ name, items }) => (
        <Panel key={name} title={name}>
          {items.filter(isUnderWay).map((period) => (
            <PeriodCard key={period.id} period={period} onOpen={() => change({ period: period.id })} />
          ))}
          <PeriodTable
            periods={items.filter((period) => !isUnderWay(period))}
            onOpen={(period) => change({ period: period.id })}
          />
        </Panel>
      ))}
      {search.period && <PeriodDrawer periodId={search.period} onClose={() => change({ period: null })} />}
      {creating && <CreatePeriods year={year} onClose={() => setCreating(false)} />}
    </>
  );
}

function byRuleSet(items: readonly Period[]): { readonly name: string; readonly items: Period[] }[] {
  const groups = new Map<string, Period[]>();
  for (const period of items) {
    const name = `${period.ruleSet.name} · ${period.unit.name}`;
    groups.set(name, [...(groups.get(name) ?? []), period]);
  }
  return [...groups].map(([name, grouped]) => ({ name, items: grouped }));
}

function methodsOf(items: readonly Period[]): { readonly value: string; readonly label: string }[] {
  const names = new Map(items.map(({ ruleSet, unit }) => [ruleSet.id, `${ruleSet.name} · ${unit.name}`]));
  return [...names].map(([value, label]) => ({ value, label }));
}
