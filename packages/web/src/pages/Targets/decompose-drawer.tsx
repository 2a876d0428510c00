import { targets } from '@mingji/contract';
import { App, Button, Drawer, Input, Space } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { messages } from '../../app/messages.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { DecimalInput } from '../../components/decimal-input.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { RefusalAlert } from '../../components/refusal-alert.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { WorkTimeline } from '../../components/work-timeline.tsx';
import { BalanceBar } from './balance-bar.tsx';
import { PartTable } from './part-table.tsx';
import { balanceOf, splitEvenly, type Typed } from './split-plan.ts';
import styles from './targets.module.css';
import { type Part, texts } from './texts.ts';

interface DecomposeDrawerProps {
  readonly targetId: string;
  readonly onClose: () => void;
}

/** The whole split of one target at once, with its balance in sight while it is typed (P5, X5). */
export function DecomposeDrawer({ targetId, onClose }: DecomposeDrawerProps) {
  const phone = useIsPhone();
  const query = useEndpoint(targets.getTarget, { params: { targetId } });
  const target = query.data?.target;
  if (!target) {
    return (
      <Drawer open title={texts.decompose} onClose={onClose} size={phone ? '100%' : 860}>
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState />
        )}
      </Drawer>
    );
  }
  // A split that somebody else saved meanwhile starts the form anew, with the newest numbers.
  return <LoadedDrawer key={`${target.id} ${target.splitNo}`} target={target} onClose={onClose} />;
}

interface Draft {
  readonly typed: Typed;
  readonly kept: string | null;
  readonly reason: string;
}
interface LoadedDrawerProps {
  readonly target: targets.TargetDetail;
  readonly onClose: () => void;
}

function LoadedDrawer({ target, onClose }: LoadedDrawerProps) {
  const phone = useIsPhone();
  const { message } = App.useApp();
  const draft = useDraft<Draft>(`target.split.${target.id}.${target.splitNo}`);
  const [state, setState] = useState<Draft>(() => draft.kept ?? stored(target));
  const update = (change: Partial<Draft>) => {
    const next = { ...state, ...change };
    setState(next);
    draft.keep(next);
  };
  const save = useCommand(targets.decomposeTarget, {
    invalidates: [
      targets.getTarget,
      targets.getUnitTargets,
      targets.getUnitProgress,
      targets.listTargetBooks,
    ],
    refusals: 'inline',
    doneText: '分解已保存',
  });
  const { issued } = target.figures;
  const sums = balanceOf(issued, state.kept, state.typed);
  const over = sums.state === 'overSplit';
  const split = (by: 'headCount' | 'equal') => {
    const result = splitEvenly(issued, state.kept ?? '0', partsToFill(target.parts), by);
    if ('refusal' in result) message.error(result.refusal);
    else update({ typed: result.typed });
  };
  const submit = async () => {
    const done = await save.run({
      params: { targetId: target.id },
      body: {
        expectedSplitNo: target.splitNo,
        kept: state.kept ?? '0',
        overSplitReason: over && state.reason.trim() !== '' ? state.reason.trim() : null,
        parts: target.parts.flatMap((part) => {
          const quantity = state.typed[part.id];
          return quantity ? [{ kind: part.kind, id: part.id, quantity }] : [];
        }),
      },
    });
    if (!done) return;
    draft.clear();
    onClose();
  };
  const editable = target.canDecompose;
  return (
    <Drawer
      open
      title={`${editable ? texts.decompose : '分解情况'}：${target.indicator.name}（${target.unit.name}）`}
      onClose={onClose}
      size={phone ? '100%' : 860}
      mask={{ closable: !editable }}
      footer={
        editable && (
          <Space style={{ display: 'flex', justifyContent: 'flex-end' }}>
            <Button onClick={onClose}>{messages.actions.cancel}</Button>
            <Button type="primary" loading={save.isPending} onClick={() => void submit()}>
              保存分解
            </Button>
          </Space>
        )
      }
    >
      <RefusalAlert refusal={save.refusal} onClose={save.reset} />
      <BalanceBar sums={sums} measure={target.indicator.measureUnit ?? ''} />
      {editable && (
        <div className={styles.tools}>
          <Button onClick={() => split('headCount')}>按人数分</Button>
          <Button onClick={() => split('equal')}>平均分</Button>
          <Button onClick={() => update({ typed: {} })}>清空</Button>
          <label htmlFor="target-kept">
            自留{' '}
            <DecimalInput
              id="target-kept"
              min="0"
              value={state.kept}
              onChange={(kept) => update({ kept })}
              style={{ width: 120 }}
            />
          </label>
        </div>
      )}
      {over && editable && (
        <Input.TextArea
          aria-label="超额分解的理由"
          placeholder="超额分解的理由（必填，上级可见）"
          value={state.reason}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 4 }}
          style={{ marginBottom: 8 }}
          onChange={(event) => update({ reason: event.target.value })}
        />
      )}
      <PartTable
        parts={target.parts}
        typed={state.typed}
        editable={editable}
        onType={(id, quantity) => update({ typed: { ...state.typed, [id]: quantity } })}
      />
      <h3 className={styles.heading}>经过</h3>
      <WorkTimeline
        steps={target.timeline.map((event, index) => ({
          key: `${index} ${event.at}`,
          action: event.actionLabel,
          actor: event.byName,
          at: event.at,
          text: event.reason,
        }))}
      />
    </Drawer>
  );
}

function stored(target: targets.TargetDetail): Draft {
  return {
    typed: Object.fromEntries(target.parts.map((part) => [part.id, part.quantity])),
    kept: target.figures.kept === '0' ? null : target.figures.kept,
    reason: target.figures.overSplitReason ?? '',
  };
}

/** Nobody serves in an empty unit: it gets no part by itself. */
function partsToFill(parts: readonly Part[]): readonly Part[] {
  return parts.filter((part) => part.headCount > 0);
}
