import { ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { useMemo } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { type Locks, locksOf, NO_LOCKS } from './locks.ts';

export interface Upper {
  /** Null while there is no method above, or its text has not come yet. */
  readonly content: RuleSet | null;
  readonly locks: Locks;
}

/** The method above this one, and what it fixes here (§16). */
export function useUpper(version: ruleSets.VersionView): Upper {
  const upper = version.upper;
  const answer = useEndpoint(ruleSets.getVersion, upper && { params: { versionId: upper.versionId } });
  const content = upper && answer.data ? (answer.data.version.content as RuleSet) : null;
  const by = upper?.ruleSetName ?? '';
  return useMemo(
    () => ({ content, locks: content === null ? NO_LOCKS : locksOf(content, by) }),
    [content, by],
  );
}
