import type { entries } from '@mingji/contract';
import { Button, Drawer } from 'antd';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { AppealLink } from '../Appeals/appeal-link.tsx';
import { EntrySummary } from './entry-summary.tsx';

interface EntryDrawerProps {
  readonly entry: entries.EntryView;
  readonly onClose: () => void;
  readonly onAppeal: () => void;
}

/** Why this score; from here to the appeal. */
export function EntryDrawer({ entry, onClose, onAppeal }: EntryDrawerProps) {
  const phone = useIsPhone();
  return (
    <Drawer
      open
      onClose={onClose}
      title={`${entry.indicator.name} · ${entry.period.label}`}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '88vh' : 600}
      {...(entry.can.appeal
        ? {
            footer: (
              <Button type="primary" block={phone} onClick={onAppeal}>
                对这一条提出复议
              </Button>
            ),
          }
        : {})}
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
