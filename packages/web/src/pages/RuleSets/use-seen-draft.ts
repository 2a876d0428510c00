import type { ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { useState } from 'react';
import { type DraftSaver, useDraftSaver } from './use-draft-saver.ts';

export interface SeenDraft {
  readonly version: ruleSets.VersionView;
  readonly content: RuleSet;
  readonly saver: DraftSaver;
}

/**
 * The draft as it was when the form opened. The page reads it anew whenever somebody comes back to the window: a form
 * that followed would be saved over what another wrote meanwhile, without either of them being told (§15).
 */
export function useSeenDraft(version: ruleSets.VersionView): SeenDraft {
  const [seen] = useState(version);
  return { version: seen, content: seen.content as RuleSet, saver: useDraftSaver(seen) };
}
