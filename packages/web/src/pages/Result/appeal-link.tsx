import type { results } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { messages } from '../../app/messages.ts';
import { useAbility, useSession } from '../../app/session.tsx';

/**
 * The link beside each entry of one's own result (P7); undefined where the reader has nothing to appeal. Whether this
 * very entry may still be appealed against is decided by the server when it is filed.
 */
export function useAppealLink(
  subject: results.ResultView['subject'] | undefined,
): ((entryId: string) => ReactNode) | undefined {
  const { officer, grants } = useSession();
  const mayFile = useAbility('appeal.file');
  if (!subject || !mayFile) return undefined;
  const own =
    subject.kind === 'officer'
      ? subject.id === officer?.id
      : grants.some((grant) => grant.unitId === subject.id);
  if (!own) return undefined;
  return (entryId) => (
    <Link to="/appeals" search={{ entryId } as never}>
      {messages.actions.appeal}
    </Link>
  );
}
