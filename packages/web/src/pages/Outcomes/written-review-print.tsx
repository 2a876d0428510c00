import type { writtenReviews } from '@mingji/contract';
import { dayOf, formatDay } from '../../app/format-time.ts';
import { useSession } from '../../app/session.tsx';
import { type PrintedForm, PrintForm } from '../../components/print-form.tsx';
import { writtenReviewStates } from './texts.ts';

/** The written review as it goes into the file: why it was owed, the last version in full, what was said to it. */
export function WrittenReviewPrint({ review }: { readonly review: writtenReviews.WrittenReviewDetail }) {
  const { bureau } = useSession();
  const [last] = review.versions;
  const dayText = (instant: string) => formatDay(dayOf(instant, bureau.timeZone));
  const answer = review.timeline.findLast(({ action }) => action === 'accept' || action === 'return');
  const form = (): PrintedForm => ({
    title: review.task,
    unitLine: `单位：${review.subject.unit.name}`,
    dateLine: `应于${formatDay(review.dueOn)}前提交`,
    rows: [
      {
        pair: [
          { label: '对　　象', text: review.subject.name },
          { label: '责任人', text: review.ownerNames.join('、') },
        ],
      },
      {
        pair: [
          { label: '考核周期', text: review.period.label },
          { label: '得分／红线', text: `${review.score} ／ ${review.below}` },
        ],
      },
      {
        label: '规定依据',
        text: `《${review.period.ruleSetName}》${review.clause ?? ''}${review.clauseText ? `：${review.clauseText}` : ''}`,
      },
      {
        label: '内　　容',
        text: last?.text ?? '',
        signed: last
          ? `${last.late ? '（逾期提交）' : ''}提交人（签名）：${last.byName}　　　${dayText(last.at)}`
          : '提交人（签名）：　　　　　　　　　　　年　　月　　日',
      },
      {
        label: '审阅意见',
        text: answer
          ? `${writtenReviewStates[review.state].label}${answer.reason ? `：${answer.reason}` : ''}`
          : '',
        signed: answer
          ? `审阅人（签名）：${answer.byName}　　　${dayText(answer.at)}`
          : '审阅人（签名）：　　　　　　　　　　　年　　月　　日',
      },
    ],
  });
  return <PrintForm form={form} />;
}
