import { outcomes, writtenReviews } from '@mingji/contract';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { FormModal } from '../../components/form-modal.tsx';
import { type Decision, DecisionFields as ResolutionFields } from './decide-proposal.tsx';
import { DecisionFields as OpinionFields } from './written-review-forms.tsx';

interface ManyProps<Row> {
  readonly rows: readonly Row[];
  readonly onDone: () => void;
}

/** A leader's pile of written reviews with one opinion; whatever is no longer as it was read stays, with its reason. */
export function DecideWrittenReviews({ rows, onDone }: ManyProps<writtenReviews.WrittenReviewView>) {
  const [open, setOpen] = useState(false);
  const tell = useOutcome(onDone);
  const decide = useCommand(writtenReviews.decideWrittenReviews, {
    invalidates: [writtenReviews.listWrittenReviews, writtenReviews.getWrittenReview],
    refusals: 'inline',
    doneText: null,
  });
  const items = rows.map(({ id, version }) => ({ reviewId: id, version }));
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        审阅选中的 {rows.length} 件
      </Button>
      <FormModal<{ outcome: 'accept' | 'return'; opinion?: string }>
        open={open}
        title={`审阅 ${rows.length} 件书面检查`}
        submitText="确定"
        command={decide}
        onClose={() => setOpen(false)}
        onSubmit={async ({ outcome, opinion = '' }) => {
          const done = await decide.run({ body: { items, outcome, opinion } });
          if (done) tell(done);
          return done;
        }}
      >
        <Names names={rows.map((row) => row.subject.name)} />
        <OpinionFields />
      </FormModal>
    </>
  );
}

/** What one meeting of the committee resolved about many proposals. */
export function DecideProposals({ rows, onDone }: ManyProps<outcomes.ProposalView>) {
  const [open, setOpen] = useState(false);
  const tell = useOutcome(onDone);
  const decide = useCommand(outcomes.decideProposals, {
    invalidates: [outcomes.listProposals, outcomes.getProposal],
    refusals: 'inline',
    doneText: null,
  });
  const waiting = rows.filter(({ state }) => state === 'submitted');
  return (
    <>
      <Button type="primary" disabled={waiting.length === 0} onClick={() => setOpen(true)}>
        登记 {waiting.length} 件的决议
      </Button>
      <FormModal<Decision>
        open={open}
        title={`登记考核委员会对 ${waiting.length} 件建议的决议`}
        submitText="登记"
        command={decide}
        onClose={() => setOpen(false)}
        onSubmit={async ({ note = '', ...values }) => {
          const done = await decide.run({
            body: { proposalIds: waiting.map(({ id }) => id), ...values, note },
          });
          if (done) tell(done);
          return done;
        }}
      >
        <Names names={waiting.map((row) => row.subject.name)} />
        <ResolutionFields />
      </FormModal>
    </>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  const shown = names.slice(0, 12).join('、');
  return <p style={{ marginTop: 0 }}>{names.length > 12 ? `${shown}等 ${names.length} 个对象` : shown}</p>;
}

/** How many were decided, and of those that were not each reason once. */
function useOutcome(onDone: () => void) {
  const { message, modal } = App.useApp();
  return ({ decided, refused }: { decided: readonly string[]; refused: readonly { message: string }[] }) => {
    onDone();
    if (refused.length === 0) {
      message.success(`已办理 ${decided.length} 件`);
      return;
    }
    modal.warning({
      title: `已办理 ${decided.length} 件，${refused.length} 件未办理`,
      content: [...new Set(refused.map((each) => each.message))].join(' '),
    });
  };
}
