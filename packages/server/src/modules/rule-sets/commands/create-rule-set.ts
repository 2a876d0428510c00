import { MODULE_PRESET, type Received, type ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { wholeOf } from '../inheritance.ts';
import { presentVersion } from '../present.ts';
import { fromYaml } from '../rule-set-yaml.ts';
import { saveDraftContent } from '../save-draft-content.ts';
import { findVersion } from '../version-row.ts';

type Body = Received<typeof ruleSets.createRuleSet>['body'];

/** A percentage rule set of 100 marks with the usual modules and nothing in them yet (P3); the check names what is missing. */
function emptyContent(code: string, name: string): RuleSet {
  return {
    format: 'mingji/rule-set@1',
    id: code,
    name,
    version: '1',
    mode: 'percentage',
    totalMarks: '100',
    appraises: ['unit'],
    clauses: [],
    modules: MODULE_PRESET.map((module) => ({ ...module, items: [] })),
  };
}

export async function createRuleSet(ctx: Ctx, body: Body) {
  return runCommand(ctx, { name: 'ruleSet.create', requestId: body.requestId, content: body }, async (tx) => {
    const content =
      body.yaml === null
        ? emptyContent(body.code, body.name)
        : await wholeOf(tx, ctx.actor.bureauId, fromYaml(body.yaml));
    const saved = await saveDraftContent(tx, ctx, { ...body, content, importBatchId: null });
    const version = await presentVersion(tx, ctx, await findVersion(tx, ctx.actor.bureauId, saved.versionId));
    return {
      result: { version },
      audit: {
        action: 'ruleSet.created',
        subjectKind: 'ruleSet',
        subjectId: saved.ruleSetId,
        summary: `新建考核办法“${body.name}”（${body.code}）`,
      },
    };
  });
}
