import { NOT_SCORED } from '../../kernel/score.ts';
import { checkCommendation } from '../../lists/check-commendation.ts';
import { findStreaks } from '../../lists/find-streaks.ts';
import { firstAndLast } from '../../lists/first-and-last.ts';
import { zeroList } from '../../lists/zero-list.ts';
import type { StreakRule } from '../../rules/appraisal-rules.ts';
import type { RankedRow } from '../../rules/evaluation.ts';
import { year } from '../small-year.ts';
import { type Case, type Fields, fieldsOf, listOf, textOrNone, type Value } from './read-cases.ts';

/** 15/17: the 15th of 17. */
function placeOf(written: Value | undefined) {
  const [rank, size] = String(written).split('/').map(Number);
  return { rank: rank ?? 0, size: size ?? 0, worstRank: size ?? 0 };
}

/** §12: first and last lists of a group. */
export function runLists(given: Case): Fields {
  const { ranks, tooSmall } = fieldsOf(given.lists);
  const rows = listOf(ranks).map((rank, at) => ({
    subject: `u${at}`,
    code: `u${at}`,
    score: NOT_SCORED,
    rank: Number(rank),
  }));
  const lists = firstAndLast(
    { kind: 'unit', sequence: null, group: null, ranked: rows.length, tooSmall: tooSmall === true, rows },
    {},
  );
  const ranksOf = (own: readonly RankedRow[]) => own.map(({ rank }) => String(rank));
  return { first: ranksOf(lists.first), last: ranksOf(lists.last) };
}

/** §12: one rule over the published ranks of one unit. */
export function runStreak(given: Case): Fields {
  const { among, places, years, ranks } = fieldsOf(given.streak);
  const rule: StreakRule = {
    among: among === 'last' ? 'last' : 'lastPlaces',
    ...(places === undefined ? {} : { places: Number(places) }),
    years: Number(years),
    proposal: '诫勉谈话',
  };
  const published = Object.entries(fieldsOf(ranks)).map(([own, written]) => ({
    year: Number(own),
    subject: 'u',
    ...placeOf(written),
  }));
  const findings = findStreaks({
    rules: [rule],
    ranks: published,
    successions: [],
    leaders: [],
    year: 2026,
    asOf: '2026-12-31',
  });
  return { found: findings.length > 0 };
}

/** §12: accepted work and working days present, as 0/10. */
export function runZeroList(given: Case): Fields {
  const members = Object.entries(fieldsOf(given.zeroList)).map(([subject, written]) => {
    const [accepted, present] = String(written).split('/');
    return {
      subject,
      kind: 'officer' as const,
      accepted: Number(accepted),
      presentDays: present === '不详' ? null : (present ?? null),
    };
  });
  const { listed, unknown } = zeroList({}, members);
  return { listed: listed.map((own) => own.subject), unknown: unknown.map((own) => own.subject) };
}

/** §12: what speaks against a nominee. */
export function runCommend(given: Case): Fields {
  const { place, grade, floor, sanction, effect } = fieldsOf(given.commend);
  const dated = (name: Value | undefined) =>
    name === undefined ? [] : [{ name: String(name), from: '2026-09-01', until: null }];
  const flags = checkCommendation(
    { gradeFloor: textOrNone(floor) ?? '' },
    year.grades,
    {
      place: placeOf(place),
      grade: textOrNone(grade) ?? null,
      sanctions: dated(sanction),
      effects: dated(effect),
    },
    '2026-11-21',
  );
  return { flags: flags.map(({ code }) => code) };
}
