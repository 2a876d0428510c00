import { ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { type Locks, locksOf, NO_LOCKS } from './locks.ts';

/** What the method above fixes in this one (§16); nothing while there is none above. */
export function useUpper(version: ruleSets.VersionView): Locks {
  const upper = version.upper;
  const answer = useEndpoint(ruleSets.getVersion, upper && { params: { versionId: upper.versionId } });
  if (upper === null || !answer.data) return NO_LOCKS;
  return locksOf(answer.data.version.content as RuleSet, upper.ruleSetName);
}
