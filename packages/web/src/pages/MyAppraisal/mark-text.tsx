import type { entries } from '@mingji/contract';
import { LookTag, type StatusLook } from '../../components/status-tag.tsx';

type Entry = Pick<entries.EntryView, 'acknowledgement' | 'period'>;
export const markNames = { new: '未查阅', seen: '已知悉', disagreed: '有异议' } as const;
const looks: Readonly<Record<keyof typeof markNames, StatusLook>> = {
  new: 'waiting',
  seen: 'good',
  disagreed: 'returned',
};

/** Whether the one concerned has seen the entry, or disagrees. */
export function MarkText({ entry }: { readonly entry: Entry }) {
  // What was sealed before anybody marked it waits for nobody.
  if (!entry.acknowledgement && entry.period.sealed) return <span className="mj-quiet">—</span>;
  const mark = entry.acknowledgement?.mark ?? 'new';
  return <LookTag look={looks[mark]} label={markNames[mark]} />;
}
