import type { entries } from '@mingji/contract';
import { Button, Drawer } from 'antd';
import { formatDay } from '../../app/format-time.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { AppealLink } from '../Appeals/appeal-link.tsx';
import { EntrySummary } from './entry-summary.tsx';
import { useAcknowledge } from './use-acknowledge.ts';

interface EntryDrawerProps {
  readonly entry: entries.EntryView;
  readonly onClose: () => void;
  /** To the entry this one points at. */
  readonly onOpen?: (entryId: string) => void;
  readonly onAppeal?: () => void;
  readonly onCorrect?: () => void;
}

/** Why this score; from here to 已知悉, or to the appeal. */
export function EntryDrawer({ entry, onClose, onOpen, onAppeal, onCorrect }: EntryDrawerProps) {
  const phone = useIsPhone();
  const acts = entryActs({ entry, onAppeal, onCorrect });
  return (
    <Drawer
      open
      onClose={onClose}
      title={`${entry.indicator.name} · ${entry.period.label}`}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '88vh' : 600}
      {...(acts.length === 0
        ? {}
        : {
            footer: (
              <EntryFooter
                entry={entry}
                acts={acts}
                onClose={onClose}
                onAppeal={onAppeal}
                onCorrect={onCorrect}
              />
            ),
          })}
    >
      <EntrySummary entry={entry} onOpen={onOpen} />
      {entry.appeal && (
        <p>
          <AppealLink appeal={entry.appeal} />
        </p>
      )}
    </Drawer>
  );
}

type Act = 'seen' | 'appeal' | 'disagreed' | 'correct';
type Offered = Pick<EntryDrawerProps, 'entry'> & {
  readonly onAppeal: EntryDrawerProps['onAppeal'] | undefined;
  readonly onCorrect: EntryDrawerProps['onCorrect'] | undefined;
};

/** Who disagrees contests it while that is possible; afterwards the mark alone says so. */
function entryActs({ entry, onAppeal, onCorrect }: Offered): Act[] {
  const mark = entry.acknowledgement?.mark;
  const contests = onAppeal !== undefined && entry.can.appeal;
  return [
    ...(entry.can.acknowledge && mark !== 'seen' && mark !== 'disagreed' ? (['seen'] as const) : []),
    ...(contests ? (['appeal'] as const) : []),
    ...(entry.can.acknowledge && !contests && !entry.appeal && mark !== 'disagreed'
      ? (['disagreed'] as const)
      : []),
    ...(onCorrect && entry.can.correct ? (['correct'] as const) : []),
  ];
}

function EntryFooter({
  entry,
  acts,
  onClose,
  onAppeal,
  onCorrect,
}: Offered & { acts: Act[]; onClose: () => void }) {
  const phone = useIsPhone();
  const { mark, isPending } = useAcknowledge(onClose);
  const look = { block: phone, style: phone ? { marginBottom: 8 } : { marginRight: 8 } };
  return (
    <>
      {acts.includes('seen') && (
        <Button {...look} loading={isPending} onClick={() => void mark([entry.id], 'seen')}>
          已知悉
        </Button>
      )}
      {acts.includes('disagreed') && (
        <Button {...look} loading={isPending} onClick={() => void mark([entry.id], 'disagreed')}>
          标为有异议
        </Button>
      )}
      {acts.includes('appeal') && (
        <Button {...look} type="primary" onClick={onAppeal}>
          有异议，提出复议{entry.appealUntil ? `（最迟 ${formatDay(entry.appealUntil)}）` : ''}
        </Button>
      )}
      {acts.includes('correct') && (
        <Button {...look} onClick={onCorrect}>
          冲销更正
        </Button>
      )}
    </>
  );
}
