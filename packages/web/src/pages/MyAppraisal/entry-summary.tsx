import type { entries } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Descriptions } from 'antd';
import { DateText } from '../../components/date-text.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { FileList } from '../../components/file-list.tsx';
import { PointsText } from '../../components/points-text.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import { quantityText } from '../Submissions/texts.ts';
import { arithmeticOf } from './entry-arithmetic.ts';
import { EntryReceipt } from './entry-receipt.tsx';
import { MarkText } from './mark-text.tsx';

type Entry = entries.EntryView;

export const sourceNames: Readonly<Record<Entry['source']['kind'], string>> = {
  submission: '填报审核',
  posting: '直接登记',
  appeal: '复议',
  import: '导入',
};

/** What the entry says in one word or number: +2, 冲销, 计入 12 户. */
export function EntryPoints({ entry }: { readonly entry: Entry }) {
  if (entry.kind === 'reversal') return <span>冲销</span>;
  if (entry.kind === 'exemption') return <span>免予考核</span>;
  if (entry.bookedPoints === null) return <span>计入 {quantityText(entry)}</span>;
  return <PointsText points={entry.bookedPoints} />;
}

/** To the entry this one is about, both ways (§15: corrected by reversing and adding). */
function PointsAt({ entry, onOpen }: EntrySummaryProps) {
  const other = entry.reversesId ?? entry.reversedById;
  if (other === null || !onOpen) return null;
  return (
    <button type="button" className="mj-link" onClick={() => onOpen(other)}>
      {entry.reversesId ? '看被冲销的记录' : '看冲销记录'}
    </button>
  );
}

/** To the work or the appeal it came of, for who is concerned or scores there. */
function SourceLink({ entry: { source, can } }: { readonly entry: Entry }) {
  if (source.id === null || !(can.acknowledge || can.correct)) return null;
  if (source.kind === 'submission') return <Link to={`/submissions/${source.id}`}>看填报</Link>;
  if (source.kind === 'appeal') return <Link to={`/appeals/${source.id}`}>看复议</Link>;
  return null;
}

/** One score with everything behind it: clause, arithmetic, evidence, people, times (X1, P13). */
interface EntrySummaryProps {
  readonly entry: Entry;
  /** Opens the entry this one reverses, or is reversed by. */
  readonly onOpen?: ((entryId: string) => void) | undefined;
}

export function EntrySummary({ entry, onOpen }: EntrySummaryProps) {
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      styles={{ label: { width: 96 } }}
      items={[
        {
          key: 'points',
          label: '分值',
          children: (
            <>
              <EntryPoints entry={entry} /> {entry.reversedById && <LookTag look="ended" label="已冲销" />}{' '}
              <PointsAt entry={entry} onOpen={onOpen} />
            </>
          ),
        },
        { key: 'sum', label: '计算', children: arithmeticOf(entry) },
        {
          key: 'clause',
          label: '依据',
          children: `${entry.clause.id}${entry.clause.source ? `（${entry.clause.source}）` : ''}：${entry.clause.text}`,
        },
        { key: 'reason', label: '理由', children: entry.reason },
        { key: 'on', label: '发生日期', children: <DateText value={entry.occurredOn} /> },
        ...(entry.matterKey ? [{ key: 'matter', label: '事项编号', children: entry.matterKey }] : []),
        {
          key: 'by',
          label: '登记',
          children: (
            <span>
              {entry.byName}（{sourceNames[entry.source.kind]}） <DateText value={entry.at} />{' '}
              <SourceLink entry={entry} />
            </span>
          ),
        },
        ...(entry.acknowledgement
          ? [
              {
                key: 'mark',
                label: '查阅',
                children: (
                  <>
                    <MarkText entry={entry} /> {entry.acknowledgement.byName}{' '}
                    <DateText value={entry.acknowledgement.at} />
                  </>
                ),
              },
            ]
          : []),
        ...(entry.appealUntil
          ? [
              {
                key: 'until',
                label: '复议期限',
                children: <DeadlineText due={entry.appealUntil} />,
              },
            ]
          : []),
        { key: 'evidence', label: '证据', children: <FileList files={entry.evidence} /> },
        {
          key: 'hash',
          label: '回执',
          children: <EntryReceipt entryId={entry.id} hash={entry.hash} />,
        },
      ]}
    />
  );
}
