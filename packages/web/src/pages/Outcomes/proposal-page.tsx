import { outcomes } from '@mingji/contract';
import { proposalKinds } from '@mingji/engine';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { DateText } from '../../components/date-text.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { WorkTimeline } from '../../components/work-timeline.tsx';
import { DecideProposal, OverrideCheck } from './decide-proposal.tsx';
import { FlagList } from './flag-list.tsx';
import styles from './outcomes.module.css';
import { ProposalForm } from './proposal-form.tsx';
import { ProposalPrint } from './proposal-print.tsx';
import { lookOf, proposalStates } from './texts.ts';

/** One proposal: what is proposed, what it rests on, what the check found, what was decided (P17). */
export function ProposalPage() {
  const { proposalId = '' } = useParams({ strict: false }) as { proposalId?: string };
  const [open, setOpen] = useState<'change' | 'decide' | 'override' | null>(null);
  const detail = useEndpoint(outcomes.getProposal, { params: { proposalId } });
  if (detail.isError && !detail.data) {
    return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  }
  if (!detail.data) return <LoadingState />;
  const { proposal } = detail.data;
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader
        trail={[{ title: '运用建议', to: '/outcomes/proposals' }]}
        title={
          <>
            {proposalKinds[proposal.kind].name}：{proposal.subject.name}{' '}
            <StatusTag map={proposalStates} state={proposal.state} />
          </>
        }
        description={`${proposal.subject.code} · ${proposal.subject.unit.name} · ${proposal.createdByName}起草`}
        more={
          <>
            <ProposalPrint proposal={proposal} />
            {proposal.can.change && <Button onClick={() => setOpen('change')}>修改</Button>}
            {proposal.can.withdraw && <Withdraw proposalId={proposal.id} />}
          </>
        }
        action={
          <>
            {proposal.can.submit && <Submit proposalId={proposal.id} />}
            {proposal.can.override && <Button onClick={() => setOpen('override')}>写明理由放行</Button>}
            {proposal.can.decide && (
              <Button type="primary" onClick={() => setOpen('decide')}>
                审定
              </Button>
            )}
          </>
        }
      />
      {proposal.can.refusal && (
        <Alert type="info" style={{ marginBottom: 12 }} title={proposal.can.refusal} />
      )}
      <Check proposal={proposal} />
      <Decision proposal={proposal} />
      <Panel title="理由">
        <p className={styles.text}>{proposal.reason}</p>
        <p className="mj-quiet">规定依据：{proposal.basis}</p>
      </Panel>
      <Panel title="依据的成绩">
        {proposal.evidence.length === 0 && <p className="mj-quiet">还没有依据，补充后才能提交审定。</p>}
        {proposal.evidence.map((one) => (
          <p key={`${one.title} ${one.address}`} className={styles.text}>
            <Link to={one.address}>{one.title}</Link>：{one.fact}
            {one.sealNo !== null && (
              <span className="mj-quiet">
                {' '}
                封存编号 {one.sealNo}，摘要 {one.sealHash?.slice(0, 16)}…
              </span>
            )}
          </p>
        ))}
      </Panel>
      <Panel title="办理过程">
        <WorkTimeline
          steps={proposal.timeline.map((event, index) => ({
            key: String(index),
            action: event.actionLabel,
            look: lookOf(event.action),
            actor: event.byName,
            at: event.at,
            text: event.reason,
          }))}
        />
      </Panel>
      {open === 'change' && <ProposalForm wish={wishOf(proposal)} proposalId={proposal.id} onClose={close} />}
      {open === 'decide' && <DecideProposal proposalId={proposal.id} onClose={close} />}
      {open === 'override' && <OverrideCheck proposalId={proposal.id} onClose={close} />}
    </>
  );
}

/** Of a streak the year is in its address; the results it rests on are ticked again. */
function wishOf(proposal: outcomes.ProposalDetail) {
  const results = proposal.evidence.filter((one) => one.kind === 'result');
  return {
    kind: proposal.kind,
    subject: {
      kind: proposal.subject.kind,
      id: proposal.subject.id,
      name: proposal.subject.name,
      hint: proposal.subject.unit.name,
    },
    reason: proposal.reason,
    basis: proposal.basis,
    periodIds: results.map((one) => one.address.split('/')[2] ?? ''),
    streakYear: yearOf(proposal),
  };
}

function yearOf(proposal: outcomes.ProposalDetail): number | null {
  const streak = proposal.evidence.find((one) => one.kind === 'streak');
  const year = streak && /(\d{4}) 年/.exec(streak.fact)?.[1];
  return year ? Number(year) : null;
}

function Check({ proposal }: { readonly proposal: outcomes.ProposalDetail }) {
  const { check, override } = proposal;
  if (!check && !override) return null;
  return (
    <Panel title="评优核查">
      {check && check.flags.length === 0 && <p className="mj-quiet">截至今天，没有发现不符合条件的情况。</p>}
      {check && <FlagList flags={check.flags} />}
      {check?.blocked && (
        <Alert
          type="warning"
          style={{ marginTop: 8 }}
          title="不符合表彰、晋升条件，不能提交或同意；由考核委员会写明理由后方可放行。"
        />
      )}
      {override && (
        <p className={styles.text}>
          放行理由：{override.reason}{' '}
          <span className="mj-quiet">
            {override.byName} <DateText value={override.at} />
          </span>
        </p>
      )}
    </Panel>
  );
}

function Decision({ proposal }: { readonly proposal: outcomes.ProposalDetail }) {
  if (!proposal.resolutionNo) return null;
  return (
    <Panel title="考核委员会决议">
      <p className={styles.text}>
        {proposalStates[proposal.state].label}，{proposal.resolutionNo}，
        <DateText value={proposal.decidedOn} />
      </p>
      {proposal.decisionNote && <p className={styles.text}>{proposal.decisionNote}</p>}
      <p className="mj-quiet">
        {proposal.decidedByName}登记；执行由主管部门按规定办理，系统不自动改变任何成绩和职务。
      </p>
    </Panel>
  );
}

const reads = [outcomes.getProposal, outcomes.listProposals, outcomes.listCandidates];

function Submit({ proposalId }: { readonly proposalId: string }) {
  const submit = useCommand(outcomes.submitProposal, { invalidates: reads, doneText: '已提交考核委员会' });
  return (
    <Button
      type="primary"
      loading={submit.isPending}
      onClick={() => void submit.run({ params: { proposalId }, body: {} })}
    >
      提交审定
    </Button>
  );
}

function Withdraw({ proposalId }: { readonly proposalId: string }) {
  const withdraw = useCommand(outcomes.withdrawProposal, {
    invalidates: reads,
    refusals: 'inline',
    doneText: '已撤回',
  });
  return (
    <ConfirmAction
      label="撤回"
      consequence="撤回后不再审定；需要时可重新起草。"
      reason="撤回原因"
      command={withdraw}
      onConfirm={(reason) => withdraw.run({ params: { proposalId }, body: { reason } })}
    />
  );
}
