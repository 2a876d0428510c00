import type { NamedEvent, OccurrenceScoring, Scoring } from '@mingji/engine';
import type { Understanding } from './rule-clauses.ts';
import { eventClause, RULE_PATTERNS, supportingClause } from './rule-clauses.ts';
import { clausesOf, plainRule } from './rule-words.ts';

export type RuleSource = { rule: string | null; marks: string | null; target: string | null };

/** A typed rule for the guided editor to confirm; nothing is adopted by itself (X7). */
export type ScoringProposal = {
  scoring: Scoring | null;
  /** Sentences that add points become events of an indicator of their own, outside the full marks. */
  additions: OccurrenceScoring | null;
  cap: string | null;
  understood: { text: string; as: string }[];
  notUnderstood: string[];
  /** 1 = every word was understood; 0 = no proposal. */
  confidence: number;
};

type Draft = {
  scoring: Scoring | null;
  deductions: Omit<NamedEvent, 'code'>[];
  additions: Omit<NamedEvent, 'code'>[];
  cap: string | null;
  understood: { text: string; as: string }[];
  notUnderstood: string[];
};

const coded = (events: readonly Omit<NamedEvent, 'code'>[]): NamedEvent[] =>
  events.map((event, index) => ({ code: `e${index + 1}`, ...event }));

/** A clause that speaks of points but fits no pattern must not be dropped in silence. */
const speaksOfPoints = (clause: string) => /[扣加减得奖计].*分|分.*[扣加减]|满分|否决|倍|%/.test(clause);

function take(draft: Draft, found: Understanding, text: string): boolean {
  if (found.kind === 'scoring') {
    if (draft.scoring !== null) return false;
    draft.scoring = found.scoring;
  } else if (found.kind === 'event') {
    (found.event.points.startsWith('-') ? draft.deductions : draft.additions).push(found.event);
  } else if (found.kind === 'cap') {
    draft.cap = found.cap;
  }
  draft.understood.push({ text, as: found.as });
  return true;
}

function readClauses(clauses: readonly string[]): Draft {
  const draft: Draft = {
    scoring: null,
    deductions: [],
    additions: [],
    cap: null,
    understood: [],
    notUnderstood: [],
  };
  for (let index = 0; index < clauses.length; ) {
    const rest = clauses.slice(index);
    const [clause = ''] = rest;
    const whole = RULE_PATTERNS.map((pattern) => pattern(rest)).find((found) => found !== null) ?? null;
    const found = supportingClause(clause) ?? whole ?? eventClause(clause);
    const used = found?.kind === 'scoring' ? found.used : 1;
    const text = rest.slice(0, used).join(',');
    if (!found || !take(draft, found, text)) draft.notUnderstood.push(text);
    index += used;
  }
  return draft;
}

/** 质量达标按完成比例得分: the words before the known part are a condition somebody has to read. */
function looseWords(draft: Draft): string[] {
  if (draft.scoring?.family !== 'ratio') return [];
  const text = draft.understood.find(({ as }) => as.startsWith('按完成比例'))?.text ?? '';
  const before = text.replace(
    /按照?(任务|目标|实际)?(完成)?(的)?(比例|完成率|完成比例|进度|百分比)(得分|计分|折算得分|折算|给分|赋分|记分)$/,
    '',
  );
  return before === '' ? [] : [before];
}

const NOTHING: Omit<ScoringProposal, 'understood' | 'notUnderstood'> = {
  scoring: null,
  additions: null,
  cap: null,
  confidence: 0,
};

/**
 * X7: reads a rule sentence into one of the typed families. A sentence that speaks of points and is not understood
 * yields no proposal at all: half a rule would be a wrong rule.
 */
export function proposeScoring({ rule, marks, target }: RuleSource): ScoringProposal {
  if (rule === null || rule.trim() === '') return { ...NOTHING, understood: [], notUnderstood: [] };
  const draft = readClauses(clausesOf(plainRule(rule)));
  const notUnderstood = [...draft.notUnderstood, ...looseWords(draft)];
  const hasEvents = draft.deductions.length > 0;
  const clash = draft.scoring !== null && hasEvents;
  const nothing = draft.scoring === null && !hasEvents && draft.additions.length === 0;
  if (clash || nothing || draft.notUnderstood.some(speaksOfPoints)) {
    const texts = clash ? [...notUnderstood, '一条标准里有两种计分方式,请拆成两个指标'] : notUnderstood;
    return { ...NOTHING, understood: draft.understood, notUnderstood: texts };
  }
  const scoring = draft.scoring ?? (hasEvents ? deductions(draft.deductions, marks) : null);
  const additions: OccurrenceScoring | null =
    draft.additions.length > 0 ? { family: 'occurrence', events: coded(draft.additions) } : null;
  const needsTarget = scoring?.family === 'ratio' || scoring?.family === 'target';
  const doubts = notUnderstood.length + (needsTarget && target === null ? 1 : 0);
  const confidence = doubts === 0 ? 1 : Math.max(0.3, 1 - 0.25 * doubts);
  return { scoring, additions, cap: draft.cap, understood: draft.understood, notUnderstood, confidence };
}

/** With marks the indicator starts full and events deduct; without marks they count by themselves. */
function deductions(events: readonly Omit<NamedEvent, 'code'>[], marks: string | null): Scoring {
  return marks === null
    ? { family: 'occurrence', events: coded(events) }
    : { family: 'deductFromFull', events: coded(events) };
}
