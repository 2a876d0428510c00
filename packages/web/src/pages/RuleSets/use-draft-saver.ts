import { ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { type Command, useCommand } from '../../api/use-command.ts';

export interface DraftSaver {
  readonly command: Command<typeof ruleSets.saveDraft>;
  /** The saved version, or null when refused: somebody saved meanwhile, or the text does not fit the format. */
  readonly save: (content: RuleSet) => Promise<unknown>;
}

/** Saves the whole draft; the server compares with what this screen had before its eyes. */
export function useDraftSaver(version: ruleSets.VersionView): DraftSaver {
  const command = useCommand(ruleSets.saveDraft, {
    invalidates: [ruleSets.getVersion, ruleSets.listRuleSets],
    refusals: 'inline',
    doneText: '草稿已保存',
  });
  const save = (content: RuleSet) =>
    command.run({
      params: { versionId: version.id },
      body: { expectedUpdatedAt: version.updatedAt, content: content as ruleSets.VersionView['content'] },
    });
  return { command, save };
}
