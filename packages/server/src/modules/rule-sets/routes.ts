import { ruleSets } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { downloadRoute } from '../../plugins/download-route.ts';
import { route } from '../../plugins/route.ts';
import { changeRuleSet } from './commands/change-rule-set.ts';
import { createDraft } from './commands/create-draft.ts';
import { createRuleSet } from './commands/create-rule-set.ts';
import { decideFiling } from './commands/decide-filing.ts';
import { discardDraft } from './commands/discard-draft.ts';
import { editIndicator } from './commands/edit-indicator.ts';
import { publishVersion } from './commands/publish-version.ts';
import { recordSignOff } from './commands/record-sign-off.ts';
import { importYaml, saveDraft } from './commands/save-draft.ts';
import { submitFiling } from './commands/submit-filing.ts';
import { withdrawFiling } from './commands/withdraw-filing.ts';
import { exportIndicators } from './export-indicators.ts';
import { getVersion } from './queries/get-version.ts';
import { getIndicatorHistory } from './queries/indicator-history.ts';
import { listDependants } from './queries/list-dependants.ts';
import { listFilings } from './queries/list-filings.ts';
import { listIndicators } from './queries/list-indicators.ts';
import { getRuleSet, listRuleSets } from './queries/list-rule-sets.ts';
import { versionYaml } from './queries/version-yaml.ts';

export function registerRuleSetRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, ruleSets.listRuleSets, listRuleSets);
  route(app, deps, ruleSets.getRuleSet, async (ctx, { params }) => ({
    ruleSet: await getRuleSet(deps.db, ctx, params.ruleSetId),
  }));
  route(app, deps, ruleSets.createRuleSet, (ctx, { body }) => createRuleSet(ctx, body));
  route(app, deps, ruleSets.changeRuleSet, changeRuleSet);
  route(app, deps, ruleSets.createDraft, createDraft);
  route(app, deps, ruleSets.getVersion, (ctx, { params }) => getVersion(ctx, params.versionId));
  route(app, deps, ruleSets.saveDraft, saveDraft);
  route(app, deps, ruleSets.editIndicator, editIndicator);
  route(app, deps, ruleSets.discardDraft, discardDraft);
  route(app, deps, ruleSets.importYaml, importYaml);
  downloadRoute(
    app,
    deps,
    ruleSets.exportYaml,
    {
      action: 'ruleSet.exported',
      subjectKind: 'ruleSetVersion',
      subjectId: ({ params }) => params.versionId,
    },
    (ctx, { params }) => versionYaml(ctx, params.versionId),
  );
  route(app, deps, ruleSets.listDependants, (ctx, { params }) => listDependants(ctx, params.versionId));
  route(app, deps, ruleSets.recordSignOff, recordSignOff);
  route(app, deps, ruleSets.publishVersion, publishVersion);
  route(app, deps, ruleSets.submitFiling, submitFiling);
  route(app, deps, ruleSets.withdrawFiling, withdrawFiling);
  route(app, deps, ruleSets.decideFiling, decideFiling);
  route(app, deps, ruleSets.listFilings, listFilings);
  route(app, deps, ruleSets.listIndicators, listIndicators);
  route(app, deps, ruleSets.getIndicatorHistory, (ctx, { params }) =>
    getIndicatorHistory(ctx, params.ruleSetId, params.code),
  );
  downloadRoute(
    app,
    deps,
    ruleSets.exportIndicators,
    { action: 'indicators.exported', subjectKind: 'bureau', subjectId: null },
    (ctx, { query }) => exportIndicators(ctx, query),
  );
}
