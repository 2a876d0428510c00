import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { asRefusal, reportNumber } from '../api/api-refusal.ts';
import { messages } from '../app/messages.ts';
import { EmptyState } from './empty-state.tsx';

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** A read that was refused or failed: the server's words, the next step, the number to report. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const refusal = asRefusal(error);
  const number = reportNumber(refusal);
  return (
    <div role="alert">
      <EmptyState
        icon={<WarningOutlined />}
        title={messages.failures.loadFailed}
        how={refusal.message}
        action={
          <>
            {onRetry && <Button onClick={onRetry}>{messages.actions.retry}</Button>}
            {number && <p className="mj-quiet">{messages.failures.requestId(number)}</p>}
          </>
        }
      />
    </div>
  );
}
