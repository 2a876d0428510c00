import { ruleSets, simulations } from '@mingji/contract';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimulationResult } from './simulation-result.tsx';
import { SimulationState } from './simulation-state.tsx';
import { StartPanel } from './start-panel.tsx';

const POLL_MS = 1000;

/** X2: a version tried on sealed periods: who moves, by how much, and which change did it. Nothing is written. */
export function SimulationPage() {
  const { versionId = '' } = useParams({ strict: false }) as unknown as { versionId?: string };
  const answer = useEndpoint(ruleSets.getVersion, { params: { versionId } });
  if (answer.error && !answer.data) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <LoadingState />;
  const { version } = answer.data;
  return (
    <>
      <PageHeader
        title="在往期数据上试算"
        description="用已封存周期的数据，看规则改动后谁的得分、名次和等次会变。试算不改变任何台账、成绩和封存。"
        trail={[
          { title: '指标与办法', to: '/rule-sets' },
          { title: `${version.ruleSet.name} 第 ${version.version} 版`, to: `/rule-sets/${version.id}` },
        ]}
      />
      {version.abilities.edit ? (
        <Trials version={version} />
      ) : (
        <EmptyState title="您不办理这一办法" how="试算由制定该办法的考核办进行，结果含全部考核对象的得分。" />
      )}
    </>
  );
}

/** The trials of this version; the newest one is open unless the address names another. */
function Trials({ version }: { readonly version: ruleSets.VersionView }) {
  const [search, change] = useSearch();
  const [polling, setPolling] = useState(false);
  const list = useEndpoint(
    simulations.listSimulations,
    { params: { ruleSetId: version.ruleSet.id }, query: { versionId: version.id, pageSize: 20 } },
    { refetchEvery: polling ? POLL_MS : false },
  );
  const running = list.data?.items.some(isRunning) ?? false;
  useEffect(() => setPolling(running), [running]);
  if (list.error && !list.data) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (!list.data) return <LoadingState />;
  const shown = list.data.items.find(({ id }) => id === search.trial) ?? list.data.items[0];
  const open = (trial: string) =>
    change({
      trial,
      period: null,
      kind: null,
      page: null,
      text: null,
      unit: null,
      flips: null,
      change: null,
    });
  return (
    <>
      <StartPanel version={version} trials={list.data.items} shownId={shown?.id ?? null} onOpen={open} />
      {shown && <Trial key={shown.id} simulationId={shown.id} />}
    </>
  );
}

function Trial({ simulationId }: { readonly simulationId: string }) {
  const [polling, setPolling] = useState(true);
  const answer = useEndpoint(
    simulations.getSimulation,
    { params: { simulationId } },
    { refetchEvery: polling ? POLL_MS : false },
  );
  const running = answer.data === undefined || isRunning(answer.data.simulation);
  useEffect(() => setPolling(running), [running]);
  if (answer.error && !answer.data) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <LoadingState />;
  const { simulation, result } = answer.data;
  if (!result) {
    return (
      <Panel title="试算进度">
        <SimulationState simulation={simulation} />
      </Panel>
    );
  }
  return <SimulationResult simulation={simulation} result={result} />;
}

function isRunning({ state }: simulations.SimulationView): boolean {
  return state === 'queued' || state === 'running';
}
