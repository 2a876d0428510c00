import { type ruleSets, simulations } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { formatInstant } from '../../app/format-time.ts';
import { useSession } from '../../app/session.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { RefusalAlert } from '../../components/refusal-alert.tsx';
import { chosenBase, firstChoice } from './choose-periods.ts';
import styles from './simulation.module.css';

interface StartPanelProps {
  readonly version: ruleSets.VersionView;
  readonly trials: readonly simulations.SimulationView[];
  readonly shownId: string | null;
  readonly onOpen: (simulationId: string) => void;
}

/** Which sealed periods, start, and the trials there were. */
export function StartPanel(props: StartPanelProps) {
  const { version } = props;
  const answer = useEndpoint(simulations.listTrialPeriods, {
    params: { versionId: version.id },
    query: { pageSize: 200 },
  });
  if (answer.error && !answer.data) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <LoadingState />;
  if (answer.data.items.length === 0) return <NothingToTry version={version} />;
  return <Choice {...props} periods={answer.data.items} />;
}

function NothingToTry({ version }: { readonly version: ruleSets.VersionView }) {
  return (
    <Panel>
      <EmptyState
        title="没有可比的往期"
        how={
          version.state === 'published'
            ? '已封存的周期都是按这一版考核的。起草新版本并修改规则后，可在这里看它对往期的影响。'
            : '本办法还没有按已发布版本考核并封存的周期。月结封存后，可在这里试算草稿。'
        }
        action={<Link to={`/rule-sets/${version.id}`}>返回办法</Link>}
      />
    </Panel>
  );
}

function Choice({
  version,
  trials,
  shownId,
  onOpen,
  periods,
}: StartPanelProps & { readonly periods: readonly simulations.TrialPeriod[] }) {
  const { bureau } = useSession();
  const [chosen, setChosen] = useState<readonly string[]>(() => firstChoice(periods));
  const start = useCommand(simulations.startSimulation, {
    invalidates: [simulations.listSimulations],
    refusals: 'inline',
    doneText: null,
    onDone: ({ simulation }) => onOpen(simulation.id),
  });
  const base = chosenBase(periods, chosen);
  const running = trials.some(
    ({ id, state }) => id === shownId && (state === 'queued' || state === 'running'),
  );
  const options = useMemo(
    () =>
      periods.map((period) => ({
        value: period.id,
        label: `${period.label}（第 ${period.version} 版）`,
        // One “before”: periods by another version are tried apart.
        disabled: base !== null && base.versionId !== period.versionId,
      })),
    [periods, base],
  );
  return (
    <Panel title="选择已封存的周期">
      <div className={styles.start}>
        <Select
          mode="multiple"
          aria-label="已封存的周期"
          className={styles.periods ?? ''}
          placeholder="请选择周期"
          value={[...chosen]}
          options={options}
          maxCount={24}
          maxTagCount="responsive"
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(ids: string[]) => setChosen(ids)}
        />
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={start.isPending || running}
          onClick={() => void start.run({ body: { versionId: version.id, periodIds: [...chosen] } })}
        >
          {running ? '正在试算' : '开始试算'}
        </Button>
        {trials.length > 0 && (
          <Select
            aria-label="历次试算"
            className={styles.trials ?? ''}
            value={shownId}
            popupMatchSelectWidth={false}
            options={trials.map((trial) => ({
              value: trial.id,
              label: `${formatInstant(trial.requestedAt, bureau.timeZone)} ${trial.requestedByName}（${trial.periods.length} 个周期）`,
            }))}
            onChange={onOpen}
          />
        )}
      </div>
      <p className={`mj-quiet ${styles.note}`}>
        {base
          ? `以第 ${version.version} 版的规则重算所选 ${chosen.length} 个周期，与当时依据的第 ${base.version} 版比较。`
          : '一次最多 24 个周期；依据不同版本的周期请分别试算。'}
      </p>
      {start.refusal && <RefusalAlert refusal={start.refusal} />}
    </Panel>
  );
}
