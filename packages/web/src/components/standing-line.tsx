import { ExclamationCircleOutlined } from '@ant-design/icons';
import { messages } from '../app/messages.ts';

/** The line that always stands: nothing classified may be entered. */
export function StandingLine({ className }: { readonly className?: string | undefined }) {
  return (
    <span className={className} role="note">
      <ExclamationCircleOutlined aria-hidden /> {messages.noSecrets}
    </span>
  );
}
