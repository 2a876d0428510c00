import { reviewDuties } from '@mingji/contract';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { DateText } from '../../components/date-text.tsx';
import { Panel } from '../../components/panel.tsx';
import { type StatusMap, StatusTag } from '../../components/status-tag.tsx';
import styles from './review-duties.module.css';

const states: StatusMap<reviewDuties.HandoverView['state']> = {
  planned: { label: '未开始', look: 'waiting' },
  running: { label: '代审中', look: 'running' },
  ended: { label: '已结束', look: 'ended' },
  cancelled: { label: '已取消', look: 'ended' },
};

export const ofHandovers = { query: { pageSize: 20 } } as const;

/** Who is away and who stands in: the running and the planned ones first. */
export function HandoverList() {
  const handovers = useEndpoint(reviewDuties.listHandovers, ofHandovers);
  const end = useCommand(reviewDuties.endHandover, {
    invalidates: [reviewDuties.listHandovers, reviewDuties.listReviewUnits],
    refusals: 'inline',
    doneText: '交接已结束，未办结的已交回',
  });
  const items = handovers.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title="请假交接">
      <dl className={styles.duties}>
        {items.map((each) => (
          <div key={each.id}>
            <dt>
              <StatusTag map={states} state={each.state} />
            </dt>
            <dd>
              <strong>{each.account.name}</strong> <DateText value={each.fromOn} /> 至{' '}
              <DateText value={each.toOn} /> 由 <strong>{each.deputy.name}</strong> 代审{' '}
              <span className="mj-quiet">{each.reason}</span>{' '}
              {each.canEnd && (
                <ConfirmAction
                  label={each.state === 'planned' ? '取消' : '提前结束'}
                  consequence="由接替人代审、尚未办结的填报将交回原审核人。"
                  command={end}
                  onConfirm={() => end.run({ params: { handoverId: each.id }, body: {} })}
                  button={{ size: 'small', type: 'link' }}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
