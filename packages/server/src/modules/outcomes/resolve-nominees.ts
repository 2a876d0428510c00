import { type AccessScope, type SubjectKind, scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { scopeFilter } from '../../db/scope-filter.ts';
import { readNomineeLine, type WrittenNominee } from './read-nominee-line.ts';

export interface FoundSubject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string;
}
export interface ResolvedNominee {
  readonly given: string;
  readonly subject: FoundSubject | null;
  readonly problem: string | null;
  readonly candidates: readonly FoundSubject[];
}

const MOST_CANDIDATES = 10;

/** Finds who is meant, within one's own line; nobody and more than one are told, never guessed (P17). */
export async function resolveNominees(
  reader: Reader,
  ctx: Ctx,
  kind: SubjectKind,
  lines: readonly string[],
): Promise<readonly ResolvedNominee[]> {
  const written = lines.map(readNomineeLine);
  const scope = scopeOf(ctx.actor, 'outcome.check');
  const known =
    kind === 'officer'
      ? await officersNamed(reader, ctx, scope, written)
      : await unitsNamed(reader, ctx, scope, written);
  const seen = new Set<string>();
  return written.map((line) => {
    const resolved = kind === 'officer' ? resolveOfficer(line, known) : resolveUnit(line, known);
    if (resolved.subject === null) return resolved;
    if (seen.has(resolved.subject.id)) return unresolved(line, '名单中重复，前面已有', [resolved.subject]);
    seen.add(resolved.subject.id);
    return resolved;
  });
}

interface Known extends FoundSubject {
  readonly alias: string | null;
}

function resolveOfficer(line: WrittenNominee, known: readonly Known[]): ResolvedNominee {
  if (line.number !== null) {
    const [found] = known.filter((one) => bare(one.code) === bare(line.number ?? ''));
    if (!found) return unresolved(line, `未找到警号 ${line.number}，或不在您的管理范围内`);
    const name = line.names.some((each) => each === found.name);
    if (line.names.length > 0 && !name) {
      return unresolved(line, `警号 ${line.number} 是${found.name}，与所写姓名不符，请核对`, [found]);
    }
    return { given: line.given, subject: found, problem: null, candidates: [] };
  }
  const named = known.filter((one) => line.names.includes(one.name));
  const inUnit = named.filter((one) =>
    line.names.some((each) => each !== one.name && one.unitName.includes(each)),
  );
  return chosen(line, inUnit.length > 0 ? inUnit : named, '人同名，请写警号');
}

function resolveUnit(line: WrittenNominee, known: readonly Known[]): ResolvedNominee {
  const wanted = [...line.names, ...(line.number === null ? [] : [line.number])];
  const all = known.filter(
    (one) => wanted.includes(one.name) || wanted.includes(one.code) || wanted.includes(one.alias ?? ''),
  );
  const unique = [...new Map(all.map((one) => [one.id, one])).values()];
  return chosen(line, unique, '个单位同名，请写机构代码');
}

function chosen(line: WrittenNominee, found: readonly Known[], several: string): ResolvedNominee {
  const [only] = found;
  if (!only) return unresolved(line, '未找到，或不在您的管理范围内');
  if (found.length > 1) return unresolved(line, `有 ${found.length} ${several}`, found);
  return { given: line.given, subject: only, problem: null, candidates: [] };
}

function unresolved(
  line: WrittenNominee,
  problem: string,
  candidates: readonly FoundSubject[] = [],
): ResolvedNominee {
  return { given: line.given, subject: null, problem, candidates: candidates.slice(0, MOST_CANDIDATES) };
}

/** Spreadsheets drop leading zeros. */
const bare = (number: string) => number.replace(/^0+/, '');

async function officersNamed(
  reader: Reader,
  ctx: Ctx,
  scope: AccessScope,
  written: readonly WrittenNominee[],
): Promise<readonly Known[]> {
  const names = [...new Set(written.flatMap((line) => line.names))];
  const numbers = [...new Set(written.flatMap((line) => (line.number === null ? [] : [bare(line.number)])))];
  const { rows } = await sql<Known>`
    select 'officer' as kind, o.id, o.name, o.police_no as code, u.id as "unitId", u.name as "unitName",
           u.path as "unitPath", null as alias
    from officer o join membership m on m.officer_id = o.id and m.to_on is null join unit u on u.id = m.unit_id
    where o.bureau_id = ${ctx.actor.bureauId} and o.left_on is null
      and (o.name = any(${names}::text[]) or ltrim(o.police_no, '0') = any(${numbers}::text[]))
      and ${scopeFilter(scope, { unitPath: sql<string>`u.path` })}
    order by o.police_no limit 5000`.execute(reader);
  return rows;
}

async function unitsNamed(
  reader: Reader,
  ctx: Ctx,
  scope: AccessScope,
  written: readonly WrittenNominee[],
): Promise<readonly Known[]> {
  const names = [...new Set(written.flatMap((line) => [...line.names, line.number ?? '']))];
  const { rows } = await sql<Known>`
    select 'unit' as kind, u.id, u.name, u.code, u.id as "unitId", coalesce(above.name, u.name) as "unitName",
           u.path as "unitPath", a.alias
    from unit u left join unit above on above.id = u.parent_id
    left join unit_alias a on a.unit_id = u.id and a.alias = any(${names}::text[])
    where u.bureau_id = ${ctx.actor.bureauId} and u.abolished_on is null
      and (u.name = any(${names}::text[]) or u.code = any(${names}::text[]) or a.alias is not null)
      and ${scopeFilter(scope, { unitPath: sql<string>`u.path` })}
    order by u.path limit 5000`.execute(reader);
  return rows;
}
