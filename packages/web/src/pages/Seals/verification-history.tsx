import { results } from '@mingji/contract';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { WorkTimeline } from '../../components/work-timeline.tsx';

/** Every time somebody, or the clock at night, looked at the seal. */
export function VerificationHistory({ sealId }: { readonly sealId: string }) {
  const query = useEndpoint(results.listVerifications, { params: { sealId } });
  if (!query.data) return null;
  const { items, total } = query.data;
  if (total === 0)
    return <p className="mj-quiet">还没有校验记录。系统每晚自动校验一批，最久未校验的在先。</p>;
  return (
    <>
      <h3>历次校验（{total} 次）</h3>
      <WorkTimeline
        steps={items.map((item, index) => ({
          key: `${index} ${item.at}`,
          action: item.ok ? '校验一致' : `发现 ${item.findingCount} 处不一致`,
          actor: item.byName,
          at: item.at,
          text: item.findings.join('；') || null,
        }))}
      />
    </>
  );
}
