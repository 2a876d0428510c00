import { scoreLog } from '@mingji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { DateText } from '../../components/date-text.tsx';
import { HashText } from '../../components/hash-text.tsx';
import { LookTag } from '../../components/status-tag.tsx';

/** 回执: what one keeps of an entry, and whether it still holds and stands in the seal (X3). */
export function EntryReceipt({ entryId, hash }: { readonly entryId: string; readonly hash: string }) {
  const [asked, setAsked] = useState(false);
  const answer = useEndpoint(scoreLog.getEntryReceipt, asked ? { params: { entryId } } : null);
  return (
    <div>
      <HashText hash={hash} />
      {answer.data ? (
        <Checked receipt={answer.data} />
      ) : (
        <Button size="small" loading={answer.isFetching} onClick={() => setAsked(true)}>
          核对回执
        </Button>
      )}
      {answer.isError && <p className="mj-quiet">{answer.error.message}</p>}
    </div>
  );
}

function Checked({ receipt }: { readonly receipt: scoreLog.EntryReceipt }) {
  const { seal } = receipt;
  return (
    <div>
      <div>
        记录编号 <code style={{ wordBreak: 'break-all' }}>{receipt.entryId}</code>
      </div>
      <LookTag
        look={receipt.unchanged ? 'good' : 'redLine'}
        label={receipt.unchanged ? '内容与入账时一致' : '内容与入账时不一致，请联系考核办'}
      />
      {seal === null ? (
        <div className="mj-quiet">所在周期尚未封存；封存后可核对是否在封存之内。</div>
      ) : (
        <div>
          <LookTag
            look={seal.included ? 'sealed' : 'redLine'}
            label={seal.included ? `在第 ${seal.sequenceNo} 号封存之内` : '不在封存之内，请联系考核办'}
          />{' '}
          <span className="mj-quiet">
            第 {seal.position} 条，共 {seal.entryCount} 条，
            <DateText value={seal.sealedAt} />
          </span>
        </div>
      )}
    </div>
  );
}
