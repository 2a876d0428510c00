import type { FactSubject } from './booked-fact.ts';
import type { City } from './city.ts';
import type { DemoUnit } from './city-tree.ts';
import type { DemoRuleSet } from './rule-set-rows.ts';
import { membersOf } from './sequence-rows.ts';

/** Everybody a method appraises: at and below the unit that made it, and in its sequences where it names some. */
export function subjectsOf(city: City, { plan, ruleSet }: DemoRuleSet): FactSubject[] {
  const above = city.units.find(({ name }) => name === plan.unit)?.path ?? '';
  const sequenceOf = placesIn(city, plan.sequences);
  const takesPart = ({ sequence }: FactSubject) => plan.sequences.length === 0 || sequence !== null;
  const units = city.units
    .filter(({ path }) => path.startsWith(above))
    .map((unit): FactSubject => {
      const { id, code, kind } = unit;
      return { kind: 'unit', id, code, unitId: id, unitKind: kind, sequence: sequenceOf.unit(unit) };
    });
  const officers = city.officers
    .filter(({ unit }) => unit.path.startsWith(above))
    .map(({ id, policeNo, unit }): FactSubject => {
      const sequence = sequenceOf.officer(unit);
      return { kind: 'officer', id, code: policeNo, unitId: unit.id, unitKind: unit.kind, sequence };
    });
  return [
    ...(ruleSet.appraises.includes('unit') ? units.filter(takesPart) : []),
    ...(ruleSet.appraises.includes('officer') ? officers.filter(takesPart) : []),
  ];
}

/** A unit is ranked where it stands itself; an officer where the nearest unit above stands. */
function placesIn(city: City, codes: readonly string[]) {
  const placed = { unit: new Map<string, string>(), officer: new Map<string, string>() };
  for (const sequence of city.sequences.filter(({ code }) => codes.includes(code))) {
    for (const unit of membersOf(sequence, city.units)) placed[sequence.kind].set(unit.path, sequence.code);
  }
  const nearest = (path: string): string | null =>
    path === '' ? null : (placed.officer.get(path) ?? nearest(path.replace(/[^/]+\/$/, '')));
  return {
    unit: (unit: DemoUnit) => placed.unit.get(unit.path) ?? null,
    officer: (unit: DemoUnit) => nearest(unit.path),
  };
}
