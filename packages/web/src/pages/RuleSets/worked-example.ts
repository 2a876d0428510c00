import {
  EFFECT_NAMES,
  type ExplainedLine,
  evaluate,
  explain,
  type FactEntry,
  type Facts,
  type Indicator,
  type Item,
  type RuleSet,
  type Scoring,
  type Subject,
  type SubjectResult,
  type TraceNode,
  toText,
} from '@mingji/engine';

/** What somebody types to see a rule at work: a few facts about one subject in one period. */
export interface ExampleFacts {
  /** How often each event happened, by its code; `''` where events have no names. */
  readonly counts: Readonly<Record<string, string>>;
  readonly quantity?: string | null;
  readonly of?: string | null;
  readonly target?: string | null;
  /** Work was done after the due date. */
  readonly late?: boolean;
  /** The measures of the others; the scores to be combined. */
  readonly others?: readonly string[];
  /** Votes by the code of the group. */
  readonly votes?: Readonly<Record<string, readonly string[]>>;
  readonly multipliers?: readonly string[];
  readonly role?: string | null;
}

export type ExampleOutcome =
  | {
      readonly ok: true;
      /** The indicator's own score; null: not scored. */
      readonly value: string | null;
      readonly measured: string | null;
      readonly lines: readonly ExplainedLine[];
      readonly effects: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly string[] };

const ME = 'subject';
const DUE = '2026-06-15';
const IN_TIME = '2026-06-10';
const LATE = '2026-06-20';
const YEAR = { years: [{ year: 2026, holidays: [], workdays: [] }] };

/** The rule as it stands, on facts typed beside it: the engine computes, here as on the server (X7). */
export function workedExample(
  content: RuleSet,
  item: Pick<Item, 'code' | 'name' | 'marks' | 'floorAtLeaf'>,
  indicator: Indicator,
  typed: ExampleFacts,
): ExampleOutcome {
  const result = evaluate({
    ruleSet: aloneIn(content, item, indicator),
    facts: factsOf(content, indicator, typed),
    traces: [ME],
  });
  if (!result.ok) return { ok: false, problems: result.refusals.map((refusal) => refusal.message) };
  const own = result.value.subjects.find((subject) => subject.subject === ME);
  if (own === undefined) return { ok: false, problems: ['本指标不适用于所选的考核对象'] };
  return outcomeOf(own, indicator.code);
}

function outcomeOf(own: SubjectResult, code: string): ExampleOutcome {
  const found = own.indicators.find((each) => each.code === code);
  const node = own.trace === null ? undefined : itemNode(own.trace);
  return {
    ok: true,
    value: found?.score.state === 'scored' ? toText(found.score.value) : null,
    measured: found?.measured ? toText(found.measured) : null,
    lines: node === undefined ? [] : explain(node),
    effects: own.effects.map((effect) => EFFECT_NAMES[effect.kind] ?? effect.kind),
  };
}

function itemNode(node: TraceNode): TraceNode | undefined {
  if (node.kind === 'item') return node;
  for (const child of node.children) {
    const found = itemNode(child);
    if (found) return found;
  }
  return undefined;
}

/** The indicator alone in its item, so that a fault elsewhere in the draft does not hide what this rule does. */
function aloneIn(
  content: RuleSet,
  item: Pick<Item, 'code' | 'name' | 'marks' | 'floorAtLeaf'>,
  indicator: Indicator,
): RuleSet {
  const marks = indicator.marks ?? item.marks;
  const { grading, rounding } = content;
  return {
    format: 'mingji/rule-set@1',
    id: 'example',
    name: content.name,
    version: content.version,
    mode: 'accumulating',
    appraises: ['officer', 'unit'],
    ...(rounding === undefined ? {} : { rounding }),
    ...(grading === undefined ? {} : { grading }),
    clauses: content.clauses,
    modules: [
      {
        code: 'example',
        name: content.name,
        items: [
          {
            code: item.code,
            name: item.name,
            ...(marks === undefined ? {} : { marks }),
            ...(item.floorAtLeaf === undefined ? {} : { floorAtLeaf: item.floorAtLeaf }),
            ...(indicator.allowExcess === true ? { allowExcess: true } : {}),
            indicators: [{ ...indicator, scoring: onOwnItem(indicator.scoring) }],
          },
        ],
      },
    ],
  };
}

/** An effect on another item has no item to act on here. */
function onOwnItem(scoring: Scoring): Scoring {
  if (scoring.family !== 'effectOnly') return scoring;
  const { item: _, ...effect } = scoring.effect;
  return { ...scoring, effect };
}

function factsOf(content: RuleSet, indicator: Indicator, typed: ExampleFacts): Facts {
  const kind = indicator.subjects?.kinds?.[0] ?? content.appraises[0] ?? 'unit';
  const sequence = indicator.subjects?.sequences?.[0];
  const subject = (id: string): Subject => ({ id, kind, code: id, ...(sequence ? { sequence } : {}) });
  const others = ranksOthers(indicator.scoring) ? (typed.others ?? []) : [];
  const target = typed.target
    ? [{ subject: ME, indicator: indicator.code, quantity: typed.target, dueOn: DUE }]
    : [];
  return {
    period: { id: '2026-06', from: '2026-06-01', to: '2026-06-30', kind: 'month' },
    subjects: [subject(ME), ...others.map((_, place) => subject(`other-${place + 1}`))],
    entries: [
      ...ownEntries(indicator, typed),
      ...others.map((quantity, place) =>
        entry(indicator, `o${place + 1}`, { subject: `other-${place + 1}`, kind: 'measure', quantity }),
      ),
    ],
    targets: target,
    calendar: YEAR,
  };
}

function ranksOthers(scoring: Scoring): boolean {
  return scoring.family === 'rankBased' || scoring.family === 'relativeToMean';
}

function entry(indicator: Indicator, id: string, more: Partial<FactEntry>): FactEntry {
  return { id, subject: ME, indicator: indicator.code, kind: 'event', at: IN_TIME, ...more };
}

const present = (text: string | null | undefined): text is string =>
  text !== undefined && text !== null && text !== '';

function ownEntries(indicator: Indicator, typed: ExampleFacts): FactEntry[] {
  const { scoring } = indicator;
  const chosen = {
    ...(typed.multipliers?.length ? { multipliers: typed.multipliers } : {}),
    ...(present(typed.role) ? { role: typed.role } : {}),
  };
  switch (scoring.family) {
    case 'occurrence':
    case 'deductFromFull':
    case 'allOrNothing':
    case 'ladder':
      return scoring.events
        .filter((event) => Number(typed.counts[event.code] ?? 0) > 0)
        .map((event, place) =>
          entry(indicator, `e${place + 1}`, {
            event: event.code,
            quantity: typed.counts[event.code] ?? '0',
            // Rungs of one ladder are reached in one matter.
            ...(scoring.family === 'ladder' ? { matter: 'example' } : {}),
            ...chosen,
          }),
        );
    case 'escalation':
    case 'effectOnly':
      return times(typed.counts['']).map((place) => entry(indicator, `e${place}`, chosen));
    case 'band':
      return present(typed.quantity)
        ? [entry(indicator, 'e1', { points: typed.quantity, reason: '示例', ...chosen })]
        : [];
    case 'lateness':
      return present(typed.quantity) ? [entry(indicator, 'e1', { quantity: typed.quantity, ...chosen })] : [];
    case 'imported':
      return (typed.others ?? []).map((quantity, place) =>
        entry(indicator, `s${place + 1}`, { kind: 'score', quantity }),
      );
    case 'assessment':
      return Object.entries(typed.votes ?? {}).flatMap(([group, votes]) =>
        votes.map((quantity, place) =>
          entry(indicator, `${group}-${place + 1}`, { kind: 'vote', group, quantity }),
        ),
      );
    default:
      return present(typed.quantity) ? [measured(indicator, typed, typed.quantity)] : [];
  }
}

function measured(indicator: Indicator, typed: ExampleFacts, quantity: string): FactEntry {
  return entry(indicator, 'm1', {
    kind: 'measure',
    quantity,
    doneOn: typed.late ? LATE : IN_TIME,
    ...(present(typed.of) ? { of: typed.of } : {}),
  });
}

/** As many as typed, at most what anybody would type here. */
function times(text: string | undefined): number[] {
  const count = Math.min(Math.max(Math.trunc(Number(text ?? 0)) || 0, 0), 50);
  return Array.from({ length: count }, (_, place) => place + 1);
}
