import type { appeals } from '@mingji/contract';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { LookTag, StatusTag } from '../../components/status-tag.tsx';
import { appealStates } from './texts.ts';

/** One appeal on the phone: about what, where it stands, until when. */
export function AppealCard({ appeal }: { readonly appeal: appeals.AppealView }) {
  return (
    <>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
        <strong>{appeal.aboutTitle}</strong>
        <span style={{ whiteSpace: 'nowrap' }}>
          <StatusTag map={appealStates} state={appeal.state} />
        </span>
      </div>
      <div className="mj-quiet">
        {appeal.subject.name} · {appeal.indicator.name} · {appeal.period.label}
      </div>
      <div>
        {appeal.instance === 2 && <LookTag look="running" label="二次复议" />}{' '}
        {appeal.state === 'filed' ? (
          <>
            答复期限 <DeadlineText due={appeal.answerDueOn} />
          </>
        ) : (
          <span className="mj-quiet">{appeal.decidedByName ? `${appeal.decidedByName}答复` : ''}</span>
        )}
      </div>
    </>
  );
}
