import { Refusals } from '../kernel/refusal.ts';
import { appliesTo, type CompiledIndicator, compileRuleSet } from '../rules/compile.ts';
import type { FactEntry, Facts, Subject } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** Why a fact of the past has no place under the new rules. */
type Misfit = 'indicatorGone' | 'otherFamily' | 'eventGone' | 'roleGone' | 'notForSubject' | 'reversedGone';

export const MISFIT_WORDS: Readonly<Record<Misfit, string>> = {
  indicatorGone: '新办法没有这个指标',
  otherFamily: '新办法改用别的计分方式，过去的记录对不上',
  eventGone: '新办法没有这个情形',
  roleGone: '新办法没有这种责任身份或测评主体',
  notForSubject: '新办法不再考核这类对象',
  reversedGone: '所冲销的记录已不计入',
};

export interface FittedFacts {
  readonly facts: Facts;
  /** Indicator code and reason → how many entries. */
  readonly dropped: readonly {
    readonly indicator: string;
    readonly misfit: Misfit;
    readonly entries: number;
  }[];
}

const COMMON = new Set(['adjustment', 'exemption', 'reversal']);

function misfitOf(
  entry: FactEntry,
  indicator: CompiledIndicator | undefined,
  subject: Subject | undefined,
): Misfit | null {
  if (indicator === undefined) return 'indicatorGone';
  const { family, source } = indicator;
  if (subject !== undefined && !appliesTo(source, subject)) return 'notForSubject';
  if (COMMON.has(entry.kind)) return null;
  if (entry.kind !== (family.kind === 'event' ? 'event' : family.takes)) return 'otherFamily';
  const { scoring } = source;
  if ('events' in scoring) {
    const named = scoring.events.find(({ code }) => code === entry.event);
    if (entry.event !== undefined ? named === undefined : scoring.events.length > 1) return 'eventGone';
    const only = named ?? scoring.events[0];
    if (entry.role !== undefined && !only?.byRole?.some(({ role }) => role === entry.role)) return 'roleGone';
  }
  if (scoring.family === 'assessment' && !scoring.groups.some(({ code }) => code === entry.group))
    return 'roleGone';
  return null;
}

/** Multipliers that the new rules do not have are left off; the event itself still counts. */
function withKnownMultipliers(entry: FactEntry, { multipliers }: CompiledIndicator): FactEntry {
  if (entry.multipliers === undefined) return entry;
  const known = entry.multipliers.filter((code) => multipliers?.has(code));
  return known.length === entry.multipliers.length ? entry : { ...entry, multipliers: known };
}

/**
 * The facts of a past period as far as the new rules have a place for them. What they have none for is counted and
 * told, never silently scored as something else (X2).
 */
export function fitFacts(newRules: RuleSet, facts: Facts): FittedFacts {
  const rules = compileRuleSet(newRules, new Refusals());
  const subjects = new Map(facts.subjects.map((subject) => [subject.id, subject]));
  const dropped = new Map<string, { indicator: string; misfit: Misfit; entries: number }>();
  const gone = new Set<string>();
  const drop = (entry: FactEntry, misfit: Misfit) => {
    const key = `${entry.indicator} ${misfit}`;
    const known = dropped.get(key);
    if (known === undefined) dropped.set(key, { indicator: entry.indicator, misfit, entries: 1 });
    else known.entries++;
    gone.add(entry.id);
  };
  const fitting: FactEntry[] = [];
  for (const entry of facts.entries) {
    const indicator = rules.indicators[rules.indexOf.get(entry.indicator) ?? -1];
    const misfit = misfitOf(entry, indicator, subjects.get(entry.subject));
    if (misfit !== null) drop(entry, misfit);
    else if (indicator !== undefined) fitting.push(withKnownMultipliers(entry, indicator));
  }
  const entries = fitting.filter((entry) => {
    if (entry.reverses === undefined || !gone.has(entry.reverses)) return true;
    drop(entry, 'reversedGone');
    return false;
  });
  return {
    facts: { ...sideFactsFor(newRules, facts, new Set(rules.indexOf.keys()), gone), entries },
    dropped: [...dropped.values()],
  };
}

/** Targets, effects, statuses and the like that name what the new rules do not know are left out. */
function sideFactsFor(
  rules: RuleSet,
  facts: Facts,
  indicators: ReadonlySet<string>,
  gone: ReadonlySet<string>,
): Facts {
  const items = new Set(rules.modules.flatMap((module) => module.items.map(({ code }) => code)));
  const codes = (list: readonly { readonly code: string }[] | undefined) =>
    new Set((list ?? []).map(({ code }) => code));
  const [identities, statuses, sanctions] = [
    codes(rules.coefficients?.identities),
    codes(rules.statuses),
    codes(rules.sanctions),
  ];
  return {
    ...facts,
    subjects: facts.subjects.map((subject) =>
      subject.identities === undefined
        ? subject
        : { ...subject, identities: subject.identities.filter((code) => identities.has(code)) },
    ),
    targets: (facts.targets ?? []).filter(({ indicator }) => indicators.has(indicator)),
    matterDecisions: (facts.matterDecisions ?? []).filter(({ keep }) => !gone.has(keep)),
    effects: (facts.effects ?? []).filter(({ item }) => item === undefined || items.has(item)),
    statuses: (facts.statuses ?? []).filter(({ status }) => statuses.has(status)),
    sanctions: (facts.sanctions ?? []).filter(({ sanction }) => sanctions.has(sanction)),
  };
}
