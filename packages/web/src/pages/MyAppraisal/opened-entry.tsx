import { entries } from '@mingji/contract';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { FileAppeal } from '../Appeals/file-appeal.tsx';
import { EntryDrawer } from './entry-drawer.tsx';

interface OpenedEntryProps {
  /** Null: none is open. */
  readonly entryId: string | null;
  /** To another entry it points at: the one it reverses, the one that reverses it. */
  readonly onOpen: (entryId: string) => void;
  readonly onClose: () => void;
  /** Where entries are corrected. */
  readonly onCorrect?: (entry: entries.EntryView) => void;
}

/** One entry by its id, wherever it is pointed at, with what its reader may do: 已知悉, the appeal (P7, P13). */
export function OpenedEntry({ entryId, onOpen, onClose, onCorrect }: OpenedEntryProps) {
  const [appealing, setAppealing] = useState(false);
  const opened = useEndpoint(entries.getEntry, entryId === null ? null : { params: { entryId } });
  if (entryId === null) return null;
  if (opened.error && !opened.data) {
    return (
      <Drawer open onClose={onClose} title="得分记录">
        <ErrorState error={opened.error} onRetry={() => void opened.refetch()} />
      </Drawer>
    );
  }
  if (!opened.data) return null;
  const { entry } = opened.data;
  const close = () => {
    setAppealing(false);
    onClose();
  };
  return (
    <>
      <EntryDrawer
        entry={entry}
        onClose={close}
        onOpen={onOpen}
        onAppeal={() => setAppealing(true)}
        {...(onCorrect ? { onCorrect: () => onCorrect(entry) } : {})}
      />
      {appealing && <FileAppeal about={{ entryId }} title="对得分记录提出复议" onClose={close} />}
    </>
  );
}
