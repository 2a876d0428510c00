import { matterSplits } from '@mingji/contract';
import { Alert } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';

/** Whoever corrects one part of a matter sees whom else it was booked to (P2). */
export function EntryPeers({ entryId }: { readonly entryId: string }) {
  const found = useEndpoint(matterSplits.getEntryPeers, { params: { entryId } });
  const peers = found.data?.peers ?? [];
  if (peers.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={`同一事项还记在 ${peers.length} 个对象名下，本次只更正这一条`}
      description={peers
        .map(
          (peer) =>
            `${peer.subject.name}（${peer.roleName ?? '全分'}${peer.points === null ? '' : ` ${peer.points} 分`}）`,
        )
        .join('、')}
    />
  );
}
