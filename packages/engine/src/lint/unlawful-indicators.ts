import { sign, ZERO } from '../kernel/exact.ts';
import type { Indicator } from '../rules/rule-set.ts';
import type { LintCheck, LintContext, LintFinding, LintPlace } from './lint-finding.ts';
import { FORBIDDING_WORDS, type LintWords, QUALITY_WORDS, QUANTITY_WORDS } from './lint-words.ts';
import { number } from './reach.ts';

/** Families in which more of the thing means more points. */
const COUNTING = new Set(['ratio', 'target', 'rankBased', 'relativeToMean', 'tiers', 'controlNumber']);
/** 扣 within so many characters after the subject. */
const DEDUCTED_WITHIN = 12;

function includesAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

/** 行政拘留 + 人数, with at most four characters between. */
function quotaIn(text: string, subjects: readonly string[]): string | undefined {
  for (const subject of subjects) {
    for (let at = text.indexOf(subject); at >= 0; at = text.indexOf(subject, at + 1)) {
      const after = text.slice(at + subject.length, at + subject.length + 8);
      const quantity = QUANTITY_WORDS.find((word) => {
        const where = after.indexOf(word);
        return where >= 0 && where <= 4 && !/[,;\uff0c\uff1b\u3001\u3002]/.test(after.slice(0, where));
      });
      if (quantity !== undefined) return `${subject}…${quantity}`;
    }
  }
  return undefined;
}

const compoundIn = (text: string, words: LintWords) => words.compounds.find((word) => text.includes(word));

/** The sentences of a clause: what one of them forbids says nothing about the next. */
function sentencesOf(text: string): readonly string[] {
  return text.split(/[;\uff1b\u3002]/).filter((sentence) => sentence !== '');
}

function countedWord({ name, scoring }: Indicator, sentence: string, words: LintWords): string | undefined {
  const lawful = [...QUALITY_WORDS, ...(words.unless ?? [])];
  if (!includesAny(name, lawful)) {
    const inName = compoundIn(name, words) ?? quotaIn(name, words.subjects);
    if (inName !== undefined) return inName;
    const subject = words.subjects.find((word) => name.includes(word));
    if (subject !== undefined && COUNTING.has(scoring.family)) return subject;
  }
  if (includesAny(sentence, [...FORBIDDING_WORDS, ...lawful])) return undefined;
  return compoundIn(sentence, words) ?? quotaIn(sentence, words.subjects);
}

/** 病假…扣: the subject costs points in the same sentence, and nothing says that it should not. */
function costs(sentence: string, words: LintWords): string | undefined {
  if (includesAny(sentence, [...FORBIDDING_WORDS, ...QUALITY_WORDS, ...(words.unless ?? [])]))
    return undefined;
  return words.subjects.find((subject) => {
    const at = sentence.indexOf(subject);
    const after = sentence.slice(at + subject.length, at + subject.length + DEDUCTED_WITHIN);
    return at >= 0 && after.includes('扣') && !/[不免未]扣/.test(after);
  });
}

function deductedWord(indicator: Indicator, text: string, words: LintWords): string | undefined {
  const compound = compoundIn(indicator.name, words) ?? compoundIn(text, words);
  if (compound !== undefined && !includesAny(text, FORBIDDING_WORDS)) return compound;
  for (const sentence of sentencesOf(text)) {
    const found = costs(sentence, words);
    if (found !== undefined) return found;
  }
  const lawful = [...QUALITY_WORDS, ...(words.unless ?? [])];
  const events = 'events' in indicator.scoring ? indicator.scoring.events : [];
  for (const event of events) {
    if (sign(number(event.points) ?? ZERO) >= 0) continue;
    if (includesAny(`${indicator.name}${event.name}${text}`, lawful)) continue;
    const subject = words.subjects.find((word) => event.name.includes(word));
    if (subject !== undefined) return subject;
  }
  return undefined;
}

function findingOf(
  words: LintWords,
  word: string,
  place: Omit<LintFinding, 'code' | 'reason' | 'mend' | 'words' | 'needsSignOff'>,
) {
  const { code, reason, basis, mend, advice = false } = words;
  const because = basis === undefined ? reason : `${reason}（${basis}）`;
  return { ...place, code, reason: because, mend, words: [word], needsSignOff: !advice };
}

/** The first kind that applies: one indicator needs one opinion. */
function unlawful(context: LintContext, { indicator, path }: LintPlace): LintFinding[] {
  const text = context.clauseText(indicator.clause);
  for (const words of context.words) {
    const word =
      words.when === 'deducted' ? deductedWord(indicator, text, words) : countedWord(indicator, text, words);
    if (word === undefined) continue;
    const { code, name, clause } = indicator;
    return [findingOf(words, word, { indicator: code, name, path, clause })];
  }
  return [];
}

/** Clauses and proposals that no indicator carries can be unlawful as well: 末位淘汰, 连坐. */
function unlawfulClauses({ ruleSet, words, places }: LintContext): LintFinding[] {
  const carried = new Set(places.map((place) => place.indicator.clause));
  const texts = [
    ...ruleSet.clauses.flatMap(({ id, text }, at) =>
      carried.has(id) ? [] : [{ name: id, text, path: `clauses[${at}].text`, clause: id }],
    ),
    ...(ruleSet.lists?.streaks ?? []).map(({ proposal }, at) => ({
      name: '连续名次',
      text: proposal,
      path: `lists.streaks[${at}].proposal`,
    })),
  ];
  return texts.flatMap(({ text, ...place }) =>
    words.flatMap((kind) => {
      const word = kind.anywhere === true ? compoundIn(text, kind) : undefined;
      if (word === undefined || includesAny(text, FORBIDDING_WORDS)) return [];
      return [findingOf(kind, word, { indicator: '', ...place })];
    }),
  );
}

/** X6: quotas of fines, detentions and cases, punishment without guilt, complaints that cost points by themselves. */
export const unlawfulIndicators: LintCheck = (context) => [
  ...context.places.flatMap((place) => unlawful(context, place)),
  ...unlawfulClauses(context),
];
