import { chineseDate } from '../kernel/instant.ts';
import type { Grade, ListRules } from '../rules/appraisal-rules.ts';
import { type GroupPlace, isAmongLast, LIST_PLACES } from './group-place.ts';

/** Something with a beginning and perhaps an end, in words: a sanction, an effect of §9. */
export interface DatedFact {
  readonly name: string;
  readonly from: string;
  /** The last day; null: still open. */
  readonly until: string | null;
  /** What it rests on; without one the method's own on commendations. */
  readonly clause?: string;
}

export interface Nominee {
  /** In the latest published ranking; null without a rank. */
  readonly place: GroupPlace | null;
  /** The latest published grade, by code; null without one. */
  readonly grade: string | null;
  readonly sanctions: readonly DatedFact[];
  /** The noCommendation effects. */
  readonly effects: readonly DatedFact[];
  /** What is not finished yet: told beside the rest, each in words. */
  readonly unsettled?: readonly UnsettledMatter[];
}

export interface UnsettledMatter {
  readonly code: 'belowRedLine' | 'writtenReviewOpen' | 'appealOpen';
  readonly message: string;
  readonly clause: string | null;
}

export type CommendationFlagCode =
  | 'amongLast'
  | 'underSanction'
  | 'noCommendation'
  | 'belowGradeFloor'
  | 'gradeMissing'
  | UnsettledMatter['code'];

/** Facts of discipline are told to few (§17); the others learn that there is one. */
export function isDisciplineFlag(code: CommendationFlagCode): boolean {
  return code === 'underSanction' || code === 'noCommendation';
}

/** Whether it forbids a commendation unless the committee says otherwise; the others are to be looked at first. */
export function forbidsCommendation(code: CommendationFlagCode): boolean {
  return code !== 'gradeMissing' && code !== 'appealOpen';
}

/** Why somebody should not be commended; people decide. */
export interface CommendationFlag {
  readonly code: CommendationFlagCode;
  /** Chinese: the fact. */
  readonly message: string;
  readonly clause: string | null;
}

/** Checks a nominee before a commendation (§12, P17). */
export function checkCommendation(
  rules: NonNullable<ListRules['commendation']>,
  grades: readonly Grade[],
  nominee: Nominee,
  asOf: string,
): readonly CommendationFlag[] {
  const flags: CommendationFlag[] = [];
  const flag = (code: CommendationFlagCode, message: string, clause = rules.clause) =>
    flags.push({ code, message, clause: clause ?? null });
  const { place } = nominee;
  const last = rules.notAmongLast ?? LIST_PLACES;
  if (place !== null && isAmongLast(place, last)) {
    flag('amongLast', `最近一次公布的排名 ${place.size} 个中第 ${place.rank} 名，列后 ${last} 名`);
  }
  for (const own of inForce(nominee.sanctions, asOf))
    flag('underSanction', `受${own.name}，${spanText(own)}`, own.clause);
  for (const own of inForce(nominee.effects, asOf)) {
    flag('noCommendation', `不得评先评优：${own.name}，${spanText(own)}`, own.clause);
  }
  const floor = rules.gradeFloor;
  if (floor !== undefined) flagGrade(grades, nominee.grade, floor, flag);
  return [...flags, ...(nominee.unsettled ?? [])];
}

function inForce(facts: readonly DatedFact[], asOf: string): readonly DatedFact[] {
  return facts.filter(({ from, until }) => from <= asOf && (until === null || asOf <= until));
}

function spanText({ from, until }: DatedFact): string {
  return until === null
    ? `自${chineseDate(from)}起，尚未解除`
    : `${chineseDate(from)}至${chineseDate(until)}`;
}

function flagGrade(
  grades: readonly Grade[],
  grade: string | null,
  floor: string,
  flag: (code: CommendationFlagCode, message: string) => void,
): void {
  const indexOf = (text: string) => grades.findIndex((own) => own.code === text || own.name === text);
  const nameOf = (text: string) => grades[indexOf(text)]?.name ?? text;
  if (grade === null) flag('gradeMissing', `没有等次，不能确认达到${nameOf(floor)}，请核实`);
  else if (indexOf(grade) > indexOf(floor))
    flag('belowGradeFloor', `等次为${nameOf(grade)}，低于${nameOf(floor)}`);
}
