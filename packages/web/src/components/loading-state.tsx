import { Spin } from 'antd';
import { messages } from '../app/messages.ts';

/** Work under way; the words are there for those who do not see the wheel. */
export function LoadingState({ text = messages.states.loading }: { readonly text?: string }) {
  return (
    <div role="status" style={{ padding: '48px 16px', textAlign: 'center' }}>
      <Spin />
      <p className="mj-quiet" style={{ marginTop: 12 }}>
        {text}
      </p>
    </div>
  );
}
