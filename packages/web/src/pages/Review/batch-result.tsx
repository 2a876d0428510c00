import { Alert } from 'antd';

interface BatchResultProps {
  readonly accepted: number;
  readonly refused: readonly string[];
  readonly onClose: () => void;
}

/** What became of a batch; what was not accepted is told with its reason. */
export function BatchResult({ accepted, refused, onClose }: BatchResultProps) {
  const reasons = [...new Set(refused)];
  return (
    <Alert
      type={refused.length === 0 ? 'success' : 'warning'}
      showIcon
      closable={{ onClose }}
      title={`已采纳 ${accepted} 件${refused.length > 0 ? `，${refused.length} 件未采纳` : ''}`}
      {...(reasons.length > 0 ? { description: reasons.join(' ') } : {})}
    />
  );
}
