import type { Received, ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import { wholeOf } from '../inheritance.ts';
import { fromYaml } from '../rule-set-yaml.ts';
import { editDraft } from './edit-draft.ts';

export function saveDraft(ctx: Ctx, { params, body }: Received<typeof ruleSets.saveDraft>) {
  return editDraft(ctx, {
    ...body,
    name: 'ruleSet.saved',
    versionId: params.versionId,
    asked: body.content,
    summary: '保存全文',
    change: () => body.content as RuleSet,
  });
}

/** X8: the text may be written elsewhere and brought back. */
export function importYaml(ctx: Ctx, { params, body }: Received<typeof ruleSets.importYaml>) {
  return editDraft(ctx, {
    ...body,
    name: 'ruleSet.imported',
    versionId: params.versionId,
    asked: body.yaml,
    summary: '以 YAML 文件替换全文',
    change: (_content, tx) => wholeOf(tx, ctx.actor.bureauId, fromYaml(body.yaml)),
  });
}
