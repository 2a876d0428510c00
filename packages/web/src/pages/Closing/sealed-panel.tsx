import { Link } from '@tanstack/react-router';
import { Descriptions } from 'antd';
import { DateText } from '../../components/date-text.tsx';
import { HashText } from '../../components/hash-text.tsx';
import { Panel } from '../../components/panel.tsx';
import type { Closing } from './closing-steps.ts';

/** The seal of a closed month: who, when, its digest to write down, and where to check it (X3). */
export function SealedPanel({ seal }: { readonly seal: NonNullable<Closing['seal']> }) {
  return (
    <Panel
      title="封存"
      extra={
        <Link to="/seals" search={{ seal: seal.id } as never}>
          去校验
        </Link>
      }
    >
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'no', label: '封存序号', children: `第 ${seal.sequenceNo} 号` },
          { key: 'by', label: '封存人', children: seal.sealedByName },
          { key: 'at', label: '封存时间', children: <DateText value={seal.sealedAt} /> },
          ...(seal.earlyReason
            ? [{ key: 'early', label: '提前封存的理由', children: seal.earlyReason }]
            : []),
          {
            key: 'hash',
            label: '封存摘要（SM3）',
            span: 2,
            children: <HashText hash={seal.sealHash} />,
          },
        ]}
      />
    </Panel>
  );
}
