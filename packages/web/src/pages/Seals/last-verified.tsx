import { DateText } from '../../components/date-text.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import type { Seal } from './seal-drawer.tsx';

/** The newest verification on record, by whom and when: most are made at night. */
export function LastVerified({ verified }: { readonly verified: Seal['lastVerified'] }) {
  if (verified === null) return <span className="mj-quiet">尚未校验</span>;
  return (
    <>
      {verified.ok ? (
        <LookTag look="good" label="完好" />
      ) : (
        <LookTag look="redLine" label={`有 ${verified.findingCount} 处不一致`} />
      )}{' '}
      <span className="mj-quiet">
        <DateText value={verified.at} /> {verified.byName}
      </span>
    </>
  );
}
