import { evaluate } from '../../rules/evaluate.ts';
import type { FactEntry } from '../../rules/facts.ts';
import type { Indicator, Item, Module, RuleSet } from '../../rules/rule-set.ts';
import { factsOf, indicator, item, ruleSetOf, textOf } from '../small-rule-set.ts';
import { type Case, type Fields, fieldsOf, listOf, textOrNone, type Value } from './read-cases.ts';

/** Collects the entries behind the changes written in a case while its items are made. */
class Changes {
  readonly entries: FactEntry[] = [];

  adjust(code: string, points: readonly Value[]): void {
    for (const each of points) this.#add(code, { kind: 'adjustment', points: String(each) });
  }

  scores(code: string, quantities: readonly Value[]): void {
    for (const each of quantities) this.#add(code, { kind: 'score', quantity: String(each) });
  }

  #add(code: string, own: Pick<FactEntry, 'kind'> & Partial<FactEntry>): void {
    this.entries.push({
      id: `e${this.entries.length}`,
      subject: 'a',
      indicator: code,
      at: '2026-09-01',
      ...own,
    });
  }
}

function leafOf(code: string, given: Fields, changes: Changes): Indicator {
  const { changes: points, imported, ...own } = given;
  changes.adjust(code, listOf(points));
  changes.scores(code, listOf(imported));
  if (imported !== undefined) return indicator(code, { family: 'imported' }, own as Partial<Indicator>);
  const events = [{ code: 'e', name: '加减', points: '1' }];
  return indicator(code, { family: 'occurrence', events }, own as Partial<Indicator>);
}

function itemsOf(given: Fields, changes: Changes): Item[] {
  return Object.entries(given).map(([code, value]) => {
    const { leaves, changes: points, imported, ...own } = fieldsOf(value);
    const marks = own.marks === undefined || imported === undefined ? {} : { marks: own.marks };
    const only = {
      ...marks,
      ...(points === undefined ? {} : { changes: points }),
      ...(imported === undefined ? {} : { imported }),
    };
    const indicators =
      leaves === undefined
        ? [leafOf(`${code}-x`, only, changes)]
        : Object.entries(fieldsOf(leaves)).map(([leaf, each]) => leafOf(leaf, fieldsOf(each), changes));
    return item(code, indicators, own as Partial<Item>);
  });
}

/** Items, modules and the total of one subject. */
export function runItems(given: Case): Fields {
  const changes = new Changes();
  const modules: Module[] =
    given.modules === undefined
      ? [{ code: 'm', name: '模块', items: itemsOf(fieldsOf(given.items), changes) }]
      : Object.entries(fieldsOf(given.modules)).map(([code, value]) => {
          const { items, ...own } = fieldsOf(value);
          return { code, name: code, ...own, items: itemsOf(fieldsOf(items), changes) };
        });
  const totalMarks = textOrNone(given.totalMarks);
  const rules: RuleSet = {
    ...ruleSetOf([], totalMarks === undefined ? {} : { mode: 'percentage', totalMarks }),
    ...(given.rounding === 'none' ? { rounding: 'none' } : {}),
    modules,
  };
  const result = evaluate({ ruleSet: rules, facts: factsOf(changes.entries) });
  if (!result.ok) return { refused: result.refusals[0]?.code ?? '', says: result.refusals[0]?.message ?? '' };
  const subject = result.value.subjects[0];
  return {
    total: textOf(subject?.score),
    scores: Object.fromEntries((subject?.items ?? []).map(({ code, score }) => [code, textOf(score)])),
  };
}
