import {
  appliesTo,
  type FactEntry,
  type Facts,
  type FamilyName,
  type Indicator,
  type RuleSet,
  type Subject,
  type TargetFact,
} from '@mingji/engine';

/** What a random stream decides about one entry; which entry that is depends on the method alone. */
export interface Pick {
  readonly subject: number;
  readonly indicator: number;
  readonly choice: number;
  readonly amount: number;
  readonly day: number;
  readonly matter: number;
}

const PERIOD = { id: '2026-09', from: '2026-09-01', to: '2026-09-30', kind: 'month' } as const;
const CALENDAR = { years: [{ year: 2026, holidays: [], workdays: [] }] };

const DEEDS: ReadonlySet<FamilyName> = new Set([
  'occurrence',
  'band',
  'deductFromFull',
  'allOrNothing',
  'ladder',
  'lateness',
  'escalation',
  'effectOnly',
]);

export function indicatorsIn(ruleSet: RuleSet): readonly Indicator[] {
  return ruleSet.modules.flatMap((module) => module.items.flatMap((item) => item.indicators));
}

/** Three subjects of each kind the method appraises, the third in another sequence where there are two. */
export function subjectsOf(ruleSet: RuleSet): readonly Subject[] {
  return ruleSet.appraises.flatMap((kind) => {
    const sequences = (ruleSet.sequences ?? []).filter((sequence) => sequence.kind === kind);
    return [0, 1, 2].map((place): Subject => {
      const sequence = sequences[place === 2 ? 1 : 0] ?? sequences[0];
      const id = `${kind}-${place}`;
      return { id, kind, code: id, ...(sequence !== undefined && { sequence: sequence.code }) };
    });
  });
}

function targetsOf(ruleSet: RuleSet, subjects: readonly Subject[]): TargetFact[] {
  const needing = indicatorsIn(ruleSet).filter(({ scoring }) =>
    ['ratio', 'target', 'controlNumber'].includes(scoring.family),
  );
  return needing.flatMap((indicator) =>
    subjects
      .filter((subject) => appliesTo(indicator, subject))
      .map(({ id }) => ({ subject: id, indicator: indicator.code, quantity: '20' })),
  );
}

/** What an entry says by the family of its indicator. */
function contentOf(
  { scoring }: Indicator,
  pick: Pick,
): Omit<FactEntry, 'id' | 'subject' | 'indicator' | 'at'> {
  const { choice, amount } = pick;
  switch (scoring.family) {
    case 'band':
      return { kind: 'event', points: choice % 2 === 0 ? scoring.min : scoring.max, reason: '随机' };
    case 'escalation':
    case 'effectOnly':
      return { kind: 'event' };
    case 'lateness':
      return { kind: 'event', quantity: String(amount % 12) };
    case 'imported':
      return { kind: 'score', quantity: `${amount}.5` };
    case 'assessment': {
      const group = scoring.groups[choice % scoring.groups.length]?.code ?? '';
      return { kind: 'vote', group, quantity: String(amount) };
    }
    case 'occurrence':
    case 'deductFromFull':
    case 'ladder':
    case 'allOrNothing': {
      const event = scoring.events[choice % scoring.events.length]?.code ?? '';
      return { kind: 'event', event, quantity: String(1 + (amount % 3)) };
    }
    default:
      return { kind: 'measure', quantity: `${amount}.25` };
  }
}

/** What a score cannot do without: a vote, a score of another method, a measure for which nothing stands in. */
function baseOf(ruleSet: RuleSet, subjects: readonly Subject[]): FactEntry[] {
  const needed = indicatorsIn(ruleSet).filter(
    ({ scoring }) =>
      !DEEDS.has(scoring.family) &&
      (!('absent' in scoring) || (scoring.absent ?? 'notScored') === 'notScored'),
  );
  const pick = { subject: 0, indicator: 0, choice: 0, amount: 73, day: 1, matter: 0 };
  return needed.flatMap((indicator) =>
    subjects
      .filter((subject) => appliesTo(indicator, subject))
      .flatMap((subject) =>
        // Enough votes for any minimum and for the highest and the lowest to be dropped.
        [0, 1, 2, 3, 4].map((vote) => ({
          ...contentOf(indicator, pick),
          id: `base-${indicator.code}-${subject.id}-${vote}`,
          subject: subject.id,
          indicator: indicator.code,
          at: '2026-09-01',
        })),
      ),
  );
}

/** Facts that the method accepts, made from any stream of picks: nothing in them knows the method. */
export function randomFacts(ruleSet: RuleSet, picks: readonly Pick[]): Facts {
  const subjects = subjectsOf(ruleSet);
  const entries = picks.flatMap((pick, at): FactEntry[] => {
    const subject = subjects[pick.subject % subjects.length];
    const own = indicatorsIn(ruleSet).filter((indicator) => subject && appliesTo(indicator, subject));
    const indicator = own[pick.indicator % own.length];
    if (subject === undefined || indicator === undefined) return [];
    const content = contentOf(indicator, pick);
    const isDeed = content.kind === 'event' && pick.matter > 0;
    return [
      {
        ...content,
        id: `e${at}`,
        subject: subject.id,
        indicator: indicator.code,
        at: `2026-09-${String(pick.day).padStart(2, '0')}`,
        // A key of the subject's own: shares of one matter among several are another question (§3).
        ...(isDeed && { matter: `${subject.id} ${pick.matter}` }),
      },
    ];
  });
  return {
    period: PERIOD,
    subjects,
    entries: [...baseOf(ruleSet, subjects), ...entries],
    targets: targetsOf(ruleSet, subjects),
    calendar: CALENDAR,
  };
}
