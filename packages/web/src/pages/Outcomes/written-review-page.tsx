import { writtenReviews } from '@mingji/contract';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { DateText } from '../../components/date-text.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FileList } from '../../components/file-list.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { LookTag, StatusTag } from '../../components/status-tag.tsx';
import { WorkTimeline } from '../../components/work-timeline.tsx';
import styles from './outcomes.module.css';
import { lookOf, writtenReviewStates } from './texts.ts';
import { DecideWrittenReview, HandInWrittenReview } from './written-review-forms.tsx';
import { WrittenReviewPrint } from './written-review-print.tsx';

/** One written review: why it is due, every version that was handed in, and what was said to it. */
export function WrittenReviewPage() {
  const { reviewId = '' } = useParams({ strict: false }) as { reviewId?: string };
  const [form, setForm] = useState<'hand' | 'decide' | null>(null);
  const detail = useEndpoint(writtenReviews.getWrittenReview, { params: { reviewId } });
  if (detail.isError && !detail.data) {
    return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  }
  if (!detail.data) return <LoadingState />;
  const { review } = detail.data;
  const owed = review.state === 'open' || review.state === 'returned';
  const lastReturn = review.timeline.findLast((event) => event.action === 'return');
  const { kind, id } = review.subject;
  return (
    <>
      <PageHeader
        trail={[{ title: '书面检查', to: '/written-reviews' }]}
        title={
          <>
            {review.subject.name}的{review.task} <StatusTag map={writtenReviewStates} state={review.state} />
          </>
        }
        description={`${review.period.label} · ${review.period.ruleSetName} · ${review.subject.unit.name}`}
        more={<WrittenReviewPrint review={review} />}
        action={
          <>
            {review.can.hand && (
              <Button type="primary" onClick={() => setForm('hand')}>
                {review.state === 'returned' ? '重新提交' : '提交'}
              </Button>
            )}
            {review.can.decide && (
              <Button type="primary" onClick={() => setForm('decide')}>
                审阅
              </Button>
            )}
          </>
        }
      />
      {owed && (
        <Alert
          type={review.overdue ? 'error' : 'info'}
          style={{ marginBottom: 12 }}
          title={
            <>
              应于 <DeadlineText due={review.dueOn} /> 前提交{review.overdue && '；逾期仍可提交，将标明逾期'}
              。
            </>
          }
          description={
            review.state === 'returned' && lastReturn?.reason ? `退回意见：${lastReturn.reason}` : undefined
          }
        />
      )}
      {review.can.refusal && <Alert type="info" style={{ marginBottom: 12 }} title={review.can.refusal} />}
      <Panel title="为什么要写">
        <p className={styles.text}>
          {review.period.label}得分{' '}
          <Link to={`/results/${review.period.id}/${kind}/${id}`}>{review.score}</Link>，低于红线{' '}
          {review.below} 分。书面检查不改变得分。
        </p>
        {review.clause && (
          <p className="mj-quiet">
            条款 {review.clause}：{review.clauseText}
          </p>
        )}
        <p className="mj-quiet">责任人：{review.ownerNames.join('、') || '没有账号，请考核办另行通知'}</p>
      </Panel>
      {review.versions.map((version) => (
        <Panel
          key={version.version}
          title={`第 ${version.version} 稿`}
          extra={version.late && <LookTag look="returned" label="逾期提交" />}
        >
          <p className={styles.text}>{version.text}</p>
          <FileList files={version.files} />
          <p className="mj-quiet">
            {version.byName} <DateText value={version.at} />
          </p>
        </Panel>
      ))}
      <Panel title="办理过程">
        <WorkTimeline
          steps={review.timeline.map((event, index) => ({
            key: String(index),
            action: event.actionLabel,
            look: lookOf(event.action),
            actor: event.byName,
            at: event.at,
            text: event.reason,
          }))}
        />
      </Panel>
      {form === 'hand' && <HandInWrittenReview review={review} onClose={() => setForm(null)} />}
      {form === 'decide' && <DecideWrittenReview review={review} onClose={() => setForm(null)} />}
    </>
  );
}
