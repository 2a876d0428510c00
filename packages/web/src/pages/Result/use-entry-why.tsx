import { type ReactNode, useState } from 'react';
import { OpenedEntry } from '../MyAppraisal/opened-entry.tsx';

interface EntryWhy {
  readonly onEntry: (entryId: string) => void;
  readonly dialog: ReactNode;
}

/** From a line of the explanation to the entry behind it: who, when, on what evidence, and on to the appeal (P7, P13). */
export function useEntryWhy(): EntryWhy {
  const [entryId, setEntryId] = useState<string | null>(null);
  return {
    onEntry: setEntryId,
    dialog: <OpenedEntry entryId={entryId} onOpen={setEntryId} onClose={() => setEntryId(null)} />,
  };
}
