import type { operations } from '@mingji/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Reader } from '../../db/database.ts';
import { rosterSnapshot, unitSnapshot } from '../organization/index.ts';

export type SubjectChoice = z.output<typeof operations.createOperation.body>['subjects'];
export interface ChosenSubject {
  readonly kind: 'unit' | 'officer';
  readonly id: string;
}
export interface ResolvedSubjects {
  readonly subjects: readonly ChosenSubject[];
  /** Every line or unit that could not be taken, in the words of an office. */
  readonly problems: readonly string[];
}
interface Place {
  readonly bureauId: string;
  /** The unit whose method it is: nobody outside is a subject (P1). */
  readonly unitPath: string;
  readonly unitName: string;
  readonly appraises: readonly string[];
  readonly on: string;
}
type Known = ChosenSubject & { readonly names: readonly string[]; readonly sequence: string | null };

/** Units, sequences and pasted lines become subjects, each once; what cannot be read is told all at once. */
export async function resolveSubjects(
  reader: Reader,
  place: Place,
  choice: SubjectChoice,
): Promise<ResolvedSubjects> {
  const known = await knownSubjects(reader, place);
  const taken = new Map<string, ChosenSubject>();
  const problems: string[] = [];
  const take = ({ kind, id }: ChosenSubject) => taken.set(`${kind} ${id}`, { kind, id });
  for (const unitId of new Set(choice.unitIds)) {
    const unit = known.find((each) => each.kind === 'unit' && each.id === unitId);
    if (unit) take(unit);
    else problems.push(`所选单位中有一个不在“${place.unitName}”之内，或办法不考核单位`);
  }
  for (const code of new Set(choice.sequenceCodes)) {
    const members = known.filter((each) => each.sequence === code);
    if (members.length === 0) problems.push(`序列“${code}”当年没有可以考核的成员`);
    members.forEach(take);
  }
  for (const line of linesOf(choice.pasted)) {
    const found = known.filter((each) => each.names.includes(line));
    const [only] = found;
    if (only !== undefined && found.length === 1) take(only);
    else
      problems.push(
        found.length > 1 ? `“${line}”可指 ${found.length} 个对象，请写警号或单位全称` : unknown(line, place),
      );
  }
  return { subjects: [...taken.values()], problems };
}

function unknown(line: string, { unitName, appraises }: Place): string {
  const kinds = appraises.map((kind) => (kind === 'unit' ? '单位' : '民警')).join('、');
  return `“${line}”不是“${unitName}”之内可以考核的${kinds}`;
}

/** One a line, or separated by commas; spaces inside names are for looks. */
export function linesOf(pasted: string): string[] {
  const lines = pasted.normalize('NFKC').split(/[\n,;、\t]+/);
  return [...new Set(lines.map((line) => line.replace(/\s+/g, '')).filter((line) => line !== ''))];
}

async function knownSubjects(reader: Reader, place: Place): Promise<Known[]> {
  const { bureauId, on, unitPath, appraises } = place;
  const units = appraises.includes('unit') ? await unitSnapshot(reader, bureauId, on, unitPath) : [];
  const officers = appraises.includes('officer') ? await rosterSnapshot(reader, bureauId, on, unitPath) : [];
  const { rows: aliases } = await sql<{ unit_id: string; alias: string }>`
    select unit_id, alias from unit_alias where bureau_id = ${bureauId}`.execute(reader);
  return [
    ...units.map((unit) => ({
      kind: 'unit' as const,
      id: unit.unitId,
      names: [
        unit.name,
        unit.code,
        ...aliases.flatMap((each) => (each.unit_id === unit.unitId ? each.alias : [])),
      ],
      sequence: unit.sequence?.sequenceCode ?? null,
    })),
    ...officers
      .filter((officer) => officer.category === 'officer')
      .map((officer) => ({
        kind: 'officer' as const,
        id: officer.officerId,
        names: [officer.policeNo, officer.name],
        sequence: officer.sequence?.sequenceCode ?? null,
      })),
  ];
}
