import type { Grade, Post, SanctionRule } from '../rules/appraisal-rules.ts';
import { checkEffect } from './check-scoring.ts';
import { coversEffect } from './covers-effect.ts';
import type { FieldTable } from './field-rule.ts';
import type { InheritanceCheck, Place } from './inheritance-check.ts';
import {
  COEFFICIENT_FIELDS,
  commendationFields,
  GRADE_FIELDS,
  GRADING_FIELDS,
  LIST_FIELDS,
  nominationRule,
  POST_FIELDS,
  PROCEDURE_FIELDS,
  QUOTA_FIELDS,
  RED_LINE_FIELDS,
  RULE_SET_FIELDS,
  SANCTION_FIELDS,
  STATUS_FIELDS,
  VISIBILITY_FIELDS,
  YEAR_FIELDS,
  YEAR_QUOTA_FIELDS,
  ZERO_LIST_FIELDS,
} from './tightening.ts';

interface Clausal {
  readonly clause?: string | undefined;
}

/** One section of both sides; where the upper is silent, the lower may speak, and never the other way round. */
function section<T extends object>(
  check: InheritanceCheck,
  place: Place,
  upper: T | undefined,
  lower: T | undefined,
  compare: (spot: Place, above: T, below: T) => void,
): void {
  if (upper === undefined) return;
  const spot = { ...place, ...clausesOf(place, upper, lower ?? {}) };
  if (lower === undefined) check.removed(spot, '');
  else compare(spot, upper, lower);
}

function clausesOf(place: Place, upper: Clausal, lower: Clausal): Pick<Place, 'upperClause' | 'lowerClause'> {
  return { upperClause: upper.clause ?? place.upperClause, lowerClause: lower.clause ?? place.lowerClause };
}

function at(path: string, name: string): Place {
  return { path, name, upperClause: undefined, lowerClause: undefined };
}

/** Members with codes: every one of the upper is there; `grows` says whether the lower may have more. */
function members<T extends Clausal>(
  check: InheritanceCheck,
  place: Place,
  lists: { readonly upper: readonly T[]; readonly lower: readonly T[]; readonly grows: boolean },
  words: { readonly keyOf: (member: T) => string; readonly nameOf: (member: T) => string },
  compare: (spot: Place, above: T, below: T) => void,
): void {
  const { keyOf, nameOf } = words;
  const below = new Map(lists.lower.map((member, index) => [keyOf(member), { member, index }]));
  for (const upper of lists.upper) {
    const own = below.get(keyOf(upper));
    below.delete(keyOf(upper));
    const path = own === undefined ? place.path : `${place.path}[${own.index}]`;
    const named = { ...place, path, name: nameOf(upper) };
    const spot = { ...named, ...clausesOf(place, upper, own?.member ?? {}) };
    if (own === undefined) check.removed(spot, '');
    else compare(spot, upper, own.member);
  }
  if (lists.grows) return;
  for (const { member, index } of below.values()) {
    const spot = { ...place, path: `${place.path}[${index}]`, ...clausesOf(place, {}, member) };
    check.refuse('memberAdded', spot, `${nameOf(member)}是本级增加的，${place.name}由上级规定`, '请删去');
  }
}

const coded = <T extends { readonly code: string; readonly name: string }>(kind: string) => ({
  keyOf: (member: T) => member.code,
  nameOf: (member: T) => `${kind}“${member.name}”`,
});

function grades(
  check: InheritanceCheck,
  place: Place,
  upper: readonly Grade[],
  lower: readonly Grade[],
): void {
  const own = { ...place, path: `${place.path}.grades`, name: '等次' };
  const order = (list: readonly Grade[]) => list.map((grade) => grade.code);
  check.field({ ...own, path: place.path }, 'grades', { may: 'nothing' }, order(upper), order(lower));
  members(check, own, { upper, lower, grows: true }, coded('等次'), (spot, above, below) =>
    check.fields(spot, GRADE_FIELDS, above, below),
  );
}

function sanction(check: InheritanceCheck, place: Place, upper: SanctionRule, lower: SanctionRule): void {
  check.fields(place, SANCTION_FIELDS, upper, lower, ['effects']);
  for (const line of upper.effects) {
    const candidates = lower.effects.filter(
      (own) => own.year === line.year && (own.appliesTo === undefined || own.appliesTo === line.appliesTo),
    );
    if (candidates.some((own) => coversEffect(own.effect, line.effect, check.scales))) continue;
    const name = `${place.name}第 ${line.year + 1} 年`;
    checkEffect(check, { ...place, path: `${place.path}.effects`, name }, line.effect, undefined);
  }
}

/** Everything beside the modules: grades, red line, statuses, sanctions, quotas, year, lists, procedure, posts. */
export function checkSections(check: InheritanceCheck): void {
  const { upper, lower } = check;
  const plain = (place: Place, table: FieldTable, above: object | undefined, below: object | undefined) =>
    section(check, place, above, below, (spot, a, b) => check.fields(spot, table, a, b));
  check.fields(at('', ''), RULE_SET_FIELDS, upper, lower, SECTIONS);
  section(check, at('grading', '等次评定'), upper.grading, lower.grading, (spot, above, below) => {
    check.fields(spot, GRADING_FIELDS, above, below, ['grades', 'nomination']);
    const rule = nominationRule(upper.quota !== undefined);
    check.field(spot, 'nomination', rule, above.nomination, below.nomination);
    grades(check, spot, above.grades, below.grades);
  });
  plain(at('redLine', '红线'), RED_LINE_FIELDS, upper.redLine, lower.redLine);
  plain(at('quota', '名额'), QUOTA_FIELDS, upper.quota, lower.quota);
  plain(at('procedure', '程序'), PROCEDURE_FIELDS, upper.procedure, lower.procedure);
  plain(at('visibility', '公开范围'), VISIBILITY_FIELDS, upper.visibility, lower.visibility);
  section(check, at('year', '年度等次'), upper.year, lower.year, (spot, above, below) => {
    check.fields(spot, YEAR_FIELDS, above, below, ['grades', 'quota']);
    grades(check, spot, above.grades, below.grades);
    plain({ ...spot, path: 'year.quota', name: '年度名额' }, YEAR_QUOTA_FIELDS, above.quota, below.quota);
  });
  section(check, at('lists', '名单'), upper.lists, lower.lists, (spot, above, below) => {
    check.fields(spot, LIST_FIELDS, above, below, ['zeroList', 'commendation']);
    plain(
      { ...spot, path: 'lists.zeroList', name: '零报告名单' },
      ZERO_LIST_FIELDS,
      above.zeroList,
      below.zeroList,
    );
    const fromBelow = (upper.grading?.grades ?? []).map((grade) => grade.code).reverse();
    const fields = commendationFields(fromBelow);
    plain(
      { ...spot, path: 'lists.commendation', name: '表彰核查' },
      fields,
      above.commendation,
      below.commendation,
    );
  });
  for (const [path, name] of [
    ['roles', '角色分工'],
    ['attendance', '考勤记分'],
  ] as const) {
    section(check, at(path, name), upper[path], lower[path], () =>
      check.field(at('', ''), path, { may: 'nothing' }, upper[path], lower[path]),
    );
  }
  checkCoefficients(check);
  checkCodedLists(check);
}

/** A coefficient multiplies the total: what the upper method does not have, the lower cannot bring in. */
function checkCoefficients(check: InheritanceCheck): void {
  const { upper, lower } = check;
  const place = at('coefficients', '系数');
  section(check, place, upper.coefficients, lower.coefficients, (spot, above, below) =>
    check.fields(spot, COEFFICIENT_FIELDS, above, below),
  );
  if (upper.coefficients !== undefined || lower.coefficients === undefined) return;
  const first = lower.coefficients.identities.find((identity) => identity.clause !== undefined);
  const spot = { ...place, lowerClause: first?.clause };
  check.refuse(
    'coefficientsAdded',
    spot,
    '系数是本级增加的，会改变上级规定的总分',
    '请删去，或请上级统一规定',
  );
}

function checkCodedLists(check: InheritanceCheck): void {
  const { upper, lower } = check;
  const both = <K extends 'statuses' | 'sanctions' | 'posts'>(list: K) => ({
    upper: upper[list] ?? [],
    lower: lower[list] ?? [],
  });
  const statuses = { ...both('statuses'), grows: upper.statuses === undefined };
  members(check, at('statuses', '参加情形'), statuses, coded('情形'), (spot, above, below) =>
    check.fields(spot, STATUS_FIELDS, above, below),
  );
  const sanctions = { ...both('sanctions'), grows: true };
  members(check, at('sanctions', '处分'), sanctions, coded('处分'), (spot, above, below) =>
    sanction(check, spot, above, below),
  );
  const posts = { ...both('posts'), grows: true };
  members<Post & Clausal>(check, at('posts', '岗位'), posts, coded('岗位'), (spot, above, below) =>
    check.fields(spot, POST_FIELDS, above, below),
  );
  const clauses = { upper: upper.clauses, lower: lower.clauses, grows: true };
  const words = { keyOf: (one: { id: string }) => one.id, nameOf: (one: { id: string }) => `条款 ${one.id}` };
  members<(typeof upper.clauses)[number] & Clausal>(
    check,
    at('clauses', '条款'),
    clauses,
    words,
    (spot, above, below) => {
      const own = { ...spot, upperClause: above.id, lowerClause: below.id };
      check.fields(own, {}, above, below);
    },
  );
}

/** Compared on their own, or each method's own matter. */
const SECTIONS = [
  ...['format', 'id', 'name', 'version', 'extends', 'without', 'clauses', 'modules', 'statuses', 'sanctions'],
  ...[
    'roles',
    'attendance',
    'posts',
    'grading',
    'redLine',
    'quota',
    'procedure',
    'visibility',
    'year',
    'lists',
    'coefficients',
  ],
];
