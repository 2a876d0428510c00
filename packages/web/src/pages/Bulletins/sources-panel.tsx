import type { bulletins } from '@mingji/contract';
import { DateText } from '../../components/date-text.tsx';
import { HashText } from '../../components/hash-text.tsx';
import { Panel } from '../../components/panel.tsx';
import { LookTag } from '../../components/status-tag.tsx';

/** Where the numbers come from: each period with its seal, or as of when it was not sealed. */
export function SourcesPanel({ sources }: { readonly sources: readonly bulletins.FigureSource[] }) {
  return (
    <Panel title="数据来源">
      <ul style={{ margin: 0, paddingLeft: '1.2em' }}>
        {sources.map((source) => (
          <li key={source.periodId}>
            {source.label}{' '}
            {source.sealNo === null ? (
              <LookTag look="waiting" label="未封存" />
            ) : (
              <LookTag look="sealed" label={`封存第 ${source.sealNo} 号`} />
            )}{' '}
            <span className="mj-quiet">
              数据截至 <DateText value={source.asOf} />
            </span>
            {source.sealHash && (
              <div>
                <HashText hash={source.sealHash} short />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
