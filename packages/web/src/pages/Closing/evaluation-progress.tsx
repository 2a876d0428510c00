import type { results } from '@mingji/contract';
import { Alert, Progress } from 'antd';
import { DateText } from '../../components/date-text.tsx';

/** The newest computation: its progress while it runs, when and over how much it was made, or why it failed. */
export function EvaluationProgress({ evaluation }: { readonly evaluation: results.EvaluationView | null }) {
  if (!evaluation) {
    return <p className="mj-quiet">尚未计算。计算在后台进行，可以离开本页，回来仍能看到进度。</p>;
  }
  if (evaluation.state === 'failed') {
    return <Alert type="error" showIcon title="上次计算没有完成" description={evaluation.failure} />;
  }
  if (evaluation.state === 'done') {
    return (
      <p>
        计算于 <DateText value={evaluation.finishedAt} />
        ，依据 {evaluation.entryCount} 条台账。
        {!evaluation.current && '此后台账又有变化，须重新计算。'}
      </p>
    );
  }
  const percent =
    evaluation.totalSteps > 0 ? Math.round((evaluation.doneSteps / evaluation.totalSteps) * 100) : 0;
  return (
    <div role="status">
      <Progress percent={percent} status="active" />
      <p className="mj-quiet" style={{ margin: '4px 0 0' }}>
        {evaluation.step ?? '等待计算'}……可以离开本页，回来仍能看到进度。
      </p>
    </div>
  );
}
