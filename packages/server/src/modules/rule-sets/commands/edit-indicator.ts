import type { Received, ruleSets } from '@mingji/contract';
import type { Indicator, RuleSet } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import { placeOf } from '../indicator-of.ts';
import { editDraft } from './edit-draft.ts';

/** One indicator of the draft; its code is its address, so a code that changes must not be taken already. */
export function editIndicator(ctx: Ctx, { params, body }: Received<typeof ruleSets.editIndicator>) {
  const indicator = body.indicator as Indicator;
  return editDraft(ctx, {
    ...body,
    name: 'ruleSet.indicatorEdited',
    versionId: params.versionId,
    asked: { code: params.indicatorCode, indicator },
    summary: `修改指标“${indicator.name}”`,
    change: (content) => withIndicator(content, params.indicatorCode, indicator),
  });
}

function withIndicator(content: RuleSet, code: string, indicator: Indicator): RuleSet {
  placeOf(content, code);
  return {
    ...content,
    modules: content.modules.map((module) => ({
      ...module,
      items: module.items.map((item) => ({
        ...item,
        indicators: item.indicators.map((each) => (each.code === code ? indicator : each)),
      })),
    })),
  };
}
