import type { entries } from '@mingji/contract';
import { Button, Drawer } from 'antd';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { AppealLink } from '../Appeals/appeal-link.tsx';
import { EntrySummary } from './entry-summary.tsx';

interface EntryDrawerProps {
  readonly entry: entries.EntryView;
  readonly onClose: () => void;
  readonly onAppeal?: () => void;
  readonly onCorrect?: () => void;
}

/** Why this score; from here to the appeal. */
export function EntryDrawer({ entry, onClose, onAppeal, onCorrect }: EntryDrawerProps) {
  const phone = useIsPhone();
  const action =
    onAppeal && entry.can.appeal ? (
      <Button type="primary" block={phone} onClick={onAppeal}>
        对这一条提出复议
      </Button>
    ) : onCorrect && entry.can.correct ? (
      <Button block={phone} onClick={onCorrect}>
        冲销更正
      </Button>
    ) : null;
  return (
    <Drawer
      open
      onClose={onClose}
      title={`${entry.indicator.name} · ${entry.period.label}`}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '88vh' : 600}
      {...(action === null ? {} : { footer: action })}
    >
      <EntrySummary entry={entry} />
      {entry.appeal && (
        <p>
          <AppealLink appeal={entry.appeal} />
        </p>
      )}
    </Drawer>
  );
}
