import type { results } from '@mingji/contract';
import { type ReactNode, useState } from 'react';
import { messages } from '../../app/messages.ts';
import { useAbility, useSession } from '../../app/session.tsx';
import { FileAppeal } from '../Appeals/file-appeal.tsx';

interface EntryAppeal {
  /** The act beside each entry; undefined where the reader has nothing to appeal. */
  readonly entryAction: ((entryId: string) => ReactNode) | undefined;
  readonly dialog: ReactNode;
}

/**
 * From the reason to the appeal against just this entry (P7), on one's own result or that of the own unit. Whether the
 * entry may still be appealed against is decided by the server when it is filed.
 */
export function useEntryAppeal(subject: results.ResultView['subject'] | undefined): EntryAppeal {
  const { officer, grants } = useSession();
  const mayFile = useAbility('appeal.file');
  const [entryId, setEntryId] = useState<string | null>(null);
  const own =
    subject?.kind === 'officer'
      ? subject.id === officer?.id
      : grants.some((grant) => grant.unitId === subject?.id);
  if (!subject || !mayFile || !own) return { entryAction: undefined, dialog: null };
  return {
    entryAction: (id) => (
      <button type="button" className="mj-link" onClick={() => setEntryId(id)}>
        {messages.actions.appeal}
      </button>
    ),
    dialog: entryId !== null && (
      <FileAppeal
        about={{ entryId }}
        title={`对${subject.name}的一条记分提出复议`}
        onClose={() => setEntryId(null)}
      />
    ),
  };
}
