import { outcomes } from '@mingji/contract';
import { Alert, Radio, Select, Tabs } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility, useSession } from '../../app/session.tsx';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { chosenPeriod, useRankedPeriods } from '../Ranking/ranked-periods.ts';
import { CandidatesTab } from './candidates-tab.tsx';
import styles from './outcomes.module.css';
import { PlaceList } from './place-list.tsx';
import { StreaksTab } from './streaks-tab.tsx';

type Kind = 'unit' | 'officer';

/** Who stands first and last, what the method foresees for it, and who was last year after year (P17). */
export function ListsPage() {
  const { periods, error, retry } = useRankedPeriods();
  const [search, change] = useSearch();
  const { grants } = useSession();
  const proposes = useAbility('outcome.propose');
  const reads = useAbility('outcome.readProposals');
  const header = (
    <PageHeader
      title="先进与末位"
      description="按已公布的名次列出前几名、末几名和连续末位；运用须经考核委员会审定。"
    />
  );
  if (!periods) return error ? <ErrorState error={error} onRetry={retry} /> : <LoadingState />;
  const officerOnly = grants.every((grant) => grant.role === 'officer');
  const wanted: Kind =
    search.kind === 'unit' || search.kind === 'officer' ? search.kind : officerOnly ? 'officer' : 'unit';
  const period = chosenPeriod(periods, search.period, wanted);
  if (!period) {
    return (
      <>
        {header}
        <EmptyState title="还没有公布的名次" how="考核办公示成绩后，前几名和末几名列在这里。" />
      </>
    );
  }
  const { appraises } = period.ruleSet;
  const kind = appraises.includes(wanted) ? wanted : (appraises[0] ?? wanted);
  const lists = <ListsTab periodId={period.id} kind={kind} />;
  const tabs = [
    { key: 'lists', label: '名单', children: lists },
    ...(proposes
      ? [
          {
            key: 'candidates',
            label: '建议人选',
            children: <CandidatesTab periodId={period.id} kind={kind} />,
          },
        ]
      : []),
    ...(reads ? [{ key: 'streaks', label: '连续末位', children: <StreaksTab /> }] : []),
  ];
  return (
    <>
      {header}
      <div className={styles.bar}>
        <Select
          aria-label="周期"
          value={period.id}
          className={styles.period ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={periods.map((one) => ({ value: one.id, label: `${one.label} · ${one.ruleSet.name}` }))}
          onChange={(id: string) => change({ period: id, sequence: null }, 'push')}
        />
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          aria-label="考核对象"
          value={kind}
          options={[
            { value: 'unit', label: '单位', disabled: !appraises.includes('unit') },
            { value: 'officer', label: '民警', disabled: !appraises.includes('officer') },
          ]}
          onChange={({ target }) => change({ kind: String(target.value), sequence: null }, 'push')}
        />
      </div>
      {tabs.length === 1 ? (
        lists
      ) : (
        <Tabs
          activeKey={search.tab ?? 'lists'}
          onChange={(tab) => change({ tab: tab === 'lists' ? null : tab }, 'push')}
          items={tabs}
          destroyOnHidden
        />
      )}
    </>
  );
}

function ListsTab({ periodId, kind }: { readonly periodId: string; readonly kind: Kind }) {
  const [search, change] = useSearch();
  const found = useEndpoint(outcomes.getOutcomeLists, { query: { periodId, subjectKind: kind } });
  if (!found.data) {
    return found.error ? (
      <ErrorState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <LoadingState />
    );
  }
  const { groups, partial, period } = found.data;
  if (groups.length === 0) {
    return (
      <EmptyState title="没有您可以查看的名单" how="单位名次全员可见；民警名次只在本序列和管理范围内可见。" />
    );
  }
  const keyOf = (group: outcomes.OutcomeGroup) => `${group.sequenceCode ?? ''} ${group.groupCode ?? ''}`;
  const shown = groups.filter((group) => !search.sequence || keyOf(group) === search.sequence);
  return (
    <>
      <div className={styles.bar}>
        {groups.length > 1 && (
          <Select
            aria-label="序列"
            value={search.sequence ?? ''}
            className={styles.period ?? ''}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: '全部序列' },
              ...groups.map((group) => ({ value: keyOf(group), label: titleOf(group) })),
            ]}
            onChange={(sequence: string) => change({ sequence: sequence || null }, 'push')}
          />
        )}
        <span className="mj-quiet">
          {period.sealNo === null ? '公示中，封存后不再变化' : `已封存，封存编号 ${period.sealNo}`}
        </span>
      </div>
      {partial && kind === 'officer' && (
        <Alert type="info" style={{ marginBottom: 12 }} title="只列出本序列和您管理范围内的民警。" />
      )}
      {shown.map((group) => (
        <Panel
          key={keyOf(group)}
          title={titleOf(group)}
          extra={<span className="mj-quiet">{group.size} 个参加排名</span>}
        >
          {group.note ? (
            <p className="mj-quiet">{group.note}</p>
          ) : (
            <div className={styles.columns}>
              <PlaceList
                title={`前 ${group.wanted.first} 名`}
                periodId={period.id}
                places={group.first}
                honour
              />
              {group.wanted.top > 0 && (
                <PlaceList
                  title={`前 ${group.wanted.top} 名`}
                  periodId={period.id}
                  places={group.top}
                  honour
                />
              )}
              <PlaceList title={`末 ${group.wanted.last} 名`} periodId={period.id} places={group.last} />
            </div>
          )}
        </Panel>
      ))}
    </>
  );
}

function titleOf(group: outcomes.OutcomeGroup): string {
  return group.groupCode ? `${group.sequenceName}（${group.groupCode} 组）` : group.sequenceName;
}
