import type { simulations } from '@mingji/contract';
import { Radio, Tabs } from 'antd';
import { useMemo } from 'react';
import { useSearch } from '../../app/use-search.ts';
import { DateText } from '../../components/date-text.tsx';
import { ChangesTab } from './changes-tab.tsx';
import { MovesTab } from './moves-tab.tsx';
import { Notices } from './notices.tsx';
import styles from './simulation.module.css';
import { SummaryCards } from './summary-cards.tsx';
import { UnitsTab } from './units-tab.tsx';

interface SimulationResultProps {
  readonly simulation: simulations.SimulationView;
  readonly result: simulations.SimulationResult;
}

/** A finished trial: the numbers at a glance, then who, which units, which changes. */
export function SimulationResult({ simulation, result }: SimulationResultProps) {
  const [search, change] = useSearch();
  const changes = useMemo(() => new Map(result.changes.map((each) => [each.key, each])), [result]);
  const summary =
    result.summaries.find(({ subjectKind }) => subjectKind === search.kind) ?? result.summaries[0];
  if (!summary) return null;
  const kind = summary.subjectKind;
  return (
    <>
      <div className={styles.head}>
        {result.summaries.length > 1 && (
          <Radio.Group
            optionType="button"
            buttonStyle="solid"
            aria-label="考核对象"
            value={kind}
            options={[
              { value: 'officer', label: '民警' },
              { value: 'unit', label: '单位' },
            ]}
            onChange={({ target }) =>
              change({ kind: String(target.value), page: null, unit: null, change: null })
            }
          />
        )}
        <span className="mj-quiet">
          {periodWords(simulation)}；由第 {simulation.baseVersion} 版到第 {simulation.version} 版；
          {simulation.requestedByName}试算于 <DateText value={simulation.finishedAt} />
        </span>
      </div>
      <Notices simulation={simulation} result={result} />
      <SummaryCards summary={summary} />
      <Tabs
        activeKey={search.tab ?? 'moves'}
        onChange={(tab) => change({ tab: tab === 'moves' ? null : tab })}
        destroyOnHidden
        items={[
          { key: 'moves', label: '变动名单', children: <MovesTab {...{ simulation, kind, changes }} /> },
          { key: 'units', label: '单位', children: <UnitsTab simulationId={simulation.id} kind={kind} /> },
          {
            key: 'changes',
            label: `规则变动（${result.changes.length}）`,
            children: <ChangesTab changes={result.changes} summary={summary} />,
          },
        ]}
      />
    </>
  );
}

const NAMED = 3;

function periodWords({ periods }: simulations.SimulationView): string {
  const labels = periods.map(({ label }) => label);
  if (labels.length <= NAMED) return labels.join('、');
  return `${labels[0]} 至 ${labels.at(-1)}共 ${labels.length} 个周期`;
}
