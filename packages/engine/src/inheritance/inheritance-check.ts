import { Refusals } from '../kernel/refusal.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { clauseWords } from './clause-words.ts';
import type { Scales } from './covers-effect.ts';
import { allowedWords, type FieldRule, type FieldTable, mayBecome } from './field-rule.ts';

/** A part of both methods that is compared: where it stands below, what it is called, and the clause of either side. */
export interface Place {
  readonly path: string;
  readonly name: string;
  readonly upperClause: string | undefined;
  readonly lowerClause: string | undefined;
}

interface Clausal {
  readonly clause?: string | undefined;
}

const FIXED: FieldRule = { may: 'nothing' };

/** Collects what a lower method may not; each refusal names the clause above and the clause below (§16). */
export class InheritanceCheck {
  readonly refusals = new Refusals();
  readonly upper: RuleSet;
  readonly lower: RuleSet;

  constructor(upper: RuleSet, lower: RuleSet) {
    this.upper = upper;
    this.lower = lower;
  }

  /** The grades of the upper method that an effect may speak of. */
  get scales(): Scales {
    return [this.upper.grading?.grades ?? [], this.upper.year?.grades ?? []];
  }

  refuse(code: string, place: Place, what: string, mend: string): void {
    const above = `上级办法“${this.upper.name}”条款${clauseWords(this.upper, place.upperClause)}`;
    const below = `本办法条款${clauseWords(this.lower, place.lowerClause)}`;
    const clause = place.upperClause;
    this.refusals.add(code, place.path, `${what}。${above}；${below}。${mend}`, clause);
  }

  /** A place within another one; a part without a clause of its own stands under that of what it is in. */
  within(place: Place, path: string, name: string, upper?: Clausal, lower?: Clausal): Place {
    return {
      path: place.path === '' ? path : `${place.path}.${path}`,
      name: place.name === '' ? name : `${place.name}的${name}`,
      upperClause: upper?.clause ?? place.upperClause,
      lowerClause: lower?.clause ?? place.lowerClause,
    };
  }

  field(place: Place, field: string, rule: FieldRule, upper: unknown, lower: unknown): void {
    if (mayBecome(rule, upper, lower)) return;
    const change = `上级为 ${shown(upper)}，本级为 ${shown(lower)}`;
    this.refuse(
      'inheritedLoosened',
      { ...place, path: place.path === '' ? field : `${place.path}.${field}` },
      `${place.name === '' ? '办法' : place.name}的 ${field} ${allowedWords(rule)}，${change}`,
      '请恢复上级的写法，或改得更严',
    );
  }

  /** Every field of either side but for those named; what the table does not name is fixed. */
  fields(
    place: Place,
    table: FieldTable,
    upper: object,
    lower: object,
    except: readonly string[] = [],
  ): void {
    const above = new Map<string, unknown>(Object.entries(upper));
    const below = new Map<string, unknown>(Object.entries(lower));
    for (const field of new Set([...above.keys(), ...below.keys()])) {
      if (except.includes(field)) continue;
      this.field(place, field, table[field] ?? FIXED, above.get(field), below.get(field));
    }
  }

  removed(place: Place, kind: string): void {
    this.refuse('inheritedRemoved', place, `上级办法的${kind}${place.name}被去掉了`, '这是刚性内容，请恢复');
  }
}

function shown(value: unknown): string {
  if (value === undefined) return '（没有写）';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
