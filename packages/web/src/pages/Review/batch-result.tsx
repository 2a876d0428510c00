import { Alert } from 'antd';

export interface BatchOutcome {
  /** What was done with them: 采纳, 退回, 转办. */
  readonly verb: string;
  readonly done: number;
  readonly refused: readonly string[];
}
interface BatchResultProps extends BatchOutcome {
  readonly onClose: () => void;
}

/** What became of a batch; what it was not done with is told with its reason. */
export function BatchResult({ verb, done, refused, onClose }: BatchResultProps) {
  const reasons = [...new Set(refused)];
  return (
    <Alert
      type={refused.length === 0 ? 'success' : 'warning'}
      showIcon
      style={{ marginBottom: 12 }}
      closable={{ onClose }}
      title={`已${verb} ${done} 件${refused.length > 0 ? `，${refused.length} 件未${verb}` : ''}`}
      {...(reasons.length > 0 ? { description: reasons.join(' ') } : {})}
    />
  );
}
