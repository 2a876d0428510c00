import type { entries } from '@mingji/contract';
import { DateText } from '../../components/date-text.tsx';
import { LookTag, StatusTag } from '../../components/status-tag.tsx';
import { appealStates } from '../Appeals/texts.ts';
import { EntryPoints } from './entry-summary.tsx';
import { MarkText } from './mark-text.tsx';

interface EntryCardProps {
  readonly entry: entries.EntryView;
  /** Of others' entries the card says whose it is. */
  readonly named?: boolean;
}

/** One score on the phone: what, how much, by whom; a tap opens the why. */
export function EntryCard({ entry, named = false }: EntryCardProps) {
  return (
    <>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
        <strong>{entry.reason}</strong>
        <span style={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
          <EntryPoints entry={entry} />
        </span>
      </div>
      {named && (
        <div>
          {entry.subject.name}
          {entry.subject.kind === 'officer' && <span className="mj-quiet"> {entry.subject.unit.name}</span>}
        </div>
      )}
      <div className="mj-quiet">
        {entry.indicator.name} · {entry.byName} · <DateText value={entry.occurredOn} />
      </div>
      {entry.reversedById && <LookTag look="ended" label="已冲销" />}
      {entry.can.acknowledge && (entry.acknowledgement || !entry.period.sealed) && <MarkText entry={entry} />}{' '}
      {entry.appeal ? (
        <StatusTag map={appealStates} state={entry.appeal.state as keyof typeof appealStates} />
      ) : (
        entry.appealUntil && (
          <span className="mj-quiet">
            复议最迟 <DateText value={entry.appealUntil} />
          </span>
        )
      )}
    </>
  );
}
