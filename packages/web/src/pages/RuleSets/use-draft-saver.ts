import { ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { type Command, useCommand } from '../../api/use-command.ts';

export interface DraftSaver {
  readonly command: Command<typeof ruleSets.saveDraft>;
  /** The saved version, or null when refused: somebody saved meanwhile, or the text does not fit the format. */
  readonly save: (content: RuleSet) => Promise<unknown>;
  /** The same for what is done with one click, without a dialog to tell a refusal in. */
  readonly act: (content: RuleSet) => Promise<unknown>;
}

/** Saves the whole draft; the server compares with what this screen had before its eyes. */
export function useDraftSaver(version: ruleSets.VersionView): DraftSaver {
  const options = { invalidates: [ruleSets.getVersion, ruleSets.listRuleSets], doneText: '草稿已保存' };
  const command = useCommand(ruleSets.saveDraft, { ...options, refusals: 'inline' });
  const direct = useCommand(ruleSets.saveDraft, options);
  const call = (content: RuleSet) => ({
    params: { versionId: version.id },
    body: { expectedUpdatedAt: version.updatedAt, content: content as ruleSets.VersionView['content'] },
  });
  return {
    command,
    save: (content) => command.run(call(content)),
    act: (content) => direct.run(call(content)),
  };
}
