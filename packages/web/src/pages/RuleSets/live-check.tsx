import { indicatorFormat, parseFormat } from '@mingji/contract';
import {
  checkInheritance,
  checkRuleSet,
  type Indicator,
  type Item,
  lintRuleSet,
  type RuleSet,
} from '@mingji/engine';
import { Form } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { type Place, putIndicator } from './edit-content.ts';
import editor from './editor.module.css';
import type { IndicatorValues } from './indicator-values.ts';
import { type Note, Notes } from './notes.tsx';
import { WorkedExample } from './worked-example-panel.tsx';

interface LiveCheckProps {
  readonly item: Item;
  readonly place: Place;
  /** The method above, whose rules may only be made stricter (§16). */
  readonly above: RuleSet | null;
  /** Code of the indicator as it is stored; null for a new one. */
  readonly old: string | null;
  readonly draftOf: (values: IndicatorValues) => { readonly indicator: Indicator; readonly content: RuleSet };
}

/** Below the rule: a worked example, and beside it what the checks and the linter would say (X6, X7). */
export function LiveCheck({ item, place, above, old, draftOf }: LiveCheckProps) {
  const form = Form.useFormInstance<IndicatorValues>();
  const watched = Form.useWatch((all) => all, form) as IndicatorValues | undefined;
  const values = useDeferredValue(watched);
  const draft = useMemo(
    // Parts without a field are in the store only, not among the watched values.
    () => (values?.scoring ? draftOf({ ...form.getFieldsValue(true), ...values } as IndicatorValues) : null),
    [values, draftOf, form],
  );
  const read = useMemo(
    () =>
      draft === null
        ? null
        : parseFormat(indicatorFormat, { ...draft.indicator, owner: draft.indicator.owner ?? '' }),
    [draft],
  );
  if (draft === null || read === null) return null;
  const indicator = read.ok ? (read.value as Indicator) : null;
  return (
    <div className={editor.check}>
      <section>
        <h3 className={editor.checkTitle}>算例</h3>
        {indicator ? (
          <WorkedExample content={draft.content} item={item} indicator={indicator} />
        ) : (
          <p className="mj-quiet">把规则的必填项填完，这里就按所填的事实即时算出得分，并写出算法。</p>
        )}
      </section>
      <section>
        <h3 className={editor.checkTitle}>提示与检查</h3>
        {indicator ? (
          <LiveNotes
            content={putIndicator(draft.content, place, indicator, old)}
            code={indicator.code}
            above={above}
          />
        ) : (
          <Notes notes={read.ok ? [] : read.refusals.slice(0, 8).map(({ message }) => ({ text: message }))} />
        )}
      </section>
    </div>
  );
}

interface LiveNotesProps {
  readonly content: RuleSet;
  readonly code: string;
  readonly above: RuleSet | null;
}

function LiveNotes({ content, code, above }: LiveNotesProps) {
  const notes = useMemo(() => notesOn(content, code, above), [content, code, above]);
  return <Notes notes={notes} />;
}

function notesOn(content: RuleSet, code: string, above: RuleSet | null): Note[] {
  const path = pathOf(content, code);
  const faults = [...checkRuleSet(content), ...(above === null ? [] : checkInheritance(above, content))];
  const problems = faults
    .filter((problem) => path !== null && problem.path.startsWith(path))
    .map((problem) => ({ text: problem.message, wrong: true }));
  const findings = lintRuleSet(content)
    .filter((finding) => finding.indicator === code)
    .map((finding) => ({
      text: `${finding.reason}${finding.needsSignOff ? '（发布前须登记法制意见）' : ''}`,
      mend: finding.mend,
    }));
  return [...problems, ...findings];
}

function pathOf(content: RuleSet, code: string): string | null {
  for (const [m, module] of content.modules.entries()) {
    for (const [i, item] of module.items.entries()) {
      const at = item.indicators.findIndex((indicator) => indicator.code === code);
      if (at >= 0) return `modules[${m}].items[${i}].indicators[${at}]`;
    }
  }
  return null;
}
