import type { entries } from '@mingji/contract';
import { DateText } from '../../components/date-text.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import { EntryPoints } from './entry-summary.tsx';

/** One score on the phone: what, how much, by whom; a tap opens the why. */
export function EntryCard({ entry }: { readonly entry: entries.EntryView }) {
  return (
    <>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
        <strong>{entry.reason}</strong>
        <span style={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
          <EntryPoints entry={entry} />
        </span>
      </div>
      <div className="mj-quiet">
        {entry.indicator.name} · {entry.byName} · <DateText value={entry.occurredOn} />
      </div>
      {entry.reversedById && <LookTag look="ended" label="已冲销" />}
      {entry.appeal && <LookTag look="waiting" label="复议" />}
    </>
  );
}
