import type { results } from '@mingji/contract';
import { Alert } from 'antd';
import { LookTag } from '../../components/status-tag.tsx';

interface RecomputedMarkProps {
  readonly result: Pick<results.ResultView, 'recomputedEqual' | 'period'>;
}

/** Every number shown was computed again just now (X1, X3); only a difference raises its voice. */
export function RecomputedMark({ result }: RecomputedMarkProps) {
  if (result.recomputedEqual) return <LookTag look="good" label="已由规则重新计算，结果一致" />;
  if (result.period.sealed) {
    return (
      <Alert
        type="error"
        showIcon
        title="重新计算的结果与封存的成绩不一致"
        description="成绩可能在封存之后被改动。请考核办到“封存校验”核对，查明差异所在。"
      />
    );
  }
  return (
    <Alert
      type="warning"
      showIcon
      title="计算之后名册、目标或台账有变化"
      description="下面的依据已按现在的情况重新计算，与公示的得分不同。请考核办重新计算成绩。"
    />
  );
}
