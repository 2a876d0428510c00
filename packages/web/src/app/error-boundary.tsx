import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';
import { messages } from './messages.ts';
import { isOutdatedPage } from './outdated-page.ts';

interface Props {
  readonly children: ReactNode;
}

/** A broken page says so, in place; the frame around it and the drafts live on. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const outdated = isOutdatedPage(error.message);
    return (
      <Result
        status={outdated ? 'info' : 'warning'}
        title={outdated ? messages.failures.pageOutdated : messages.failures.pageBroken}
        subTitle={outdated ? messages.failures.pageOutdatedHow : messages.failures.pageBrokenHow}
        extra={
          <Button type="primary" onClick={() => location.reload()}>
            {messages.actions.refresh}
          </Button>
        }
      >
        {!outdated && <code className="mj-quiet">{error.message}</code>}
      </Result>
    );
  }
}
