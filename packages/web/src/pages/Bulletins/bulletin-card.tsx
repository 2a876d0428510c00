import { bulletins } from '@mingji/contract';
import { DateText } from '../../components/date-text.tsx';
import { LookTag, StatusTag } from '../../components/status-tag.tsx';
import { bulletinStates } from './texts.ts';

/** A bulletin on the phone: what it is about, its number, and whether it waits to be read. */
export function BulletinCard({ row }: { readonly row: bulletins.BulletinRow }) {
  const facts = [row.number, bulletins.bulletinKinds[row.kind], row.unit.name].filter(Boolean);
  return (
    <div>
      <div>
        {row.unread ? (
          <LookTag look="waiting" label="未读" />
        ) : (
          row.state !== 'published' && <StatusTag map={bulletinStates} state={row.state} />
        )}{' '}
        <strong>{row.title}</strong>
      </div>
      <div className="mj-quiet">{facts.join(' · ')}</div>
      {row.publishedAt && (
        <div className="mj-quiet">
          <DateText value={row.publishedAt} /> 发布
        </div>
      )}
      {row.correctedBy && <div className="mj-quiet">已由 {row.correctedBy} 更正</div>}
    </div>
  );
}
