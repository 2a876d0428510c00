import {
  absolute,
  compare,
  type Exact,
  isZero,
  multiply,
  ONE,
  sign,
  subtract,
  ZERO,
} from '../../kernel/exact.ts';
import type { FactEntry } from '../facts.ts';
import type { NamedEvent } from '../scoring.ts';
import type { TraceFact } from '../trace.ts';
import type { EntryContext, EventPoints } from './family.ts';
import type { PrepareContext } from './prepare-context.ts';

interface PreparedEvent {
  readonly source: NamedEvent;
  readonly points: Exact;
  readonly byRole: ReadonlyMap<string, Exact> | null;
}

/** The named events of an indicator, looked up by code; shared by every family that lists events. */
export class NamedEvents {
  readonly #byCode = new Map<string, PreparedEvent>();
  readonly #only: PreparedEvent | null;
  readonly #indicatorName: string;
  readonly #roles: ReadonlyMap<string, string>;

  constructor(events: readonly NamedEvent[], context: PrepareContext) {
    this.#indicatorName = context.indicator.name;
    this.#roles = new Map((context.roles ?? []).map((role) => [role.code, role.name]));
    let only: PreparedEvent | null = null;
    for (const [index, source] of events.entries()) {
      const path = `${context.path}.events[${index}]`;
      const byRole = new Map<string, Exact>();
      for (const [at, role] of (source.byRole ?? []).entries()) {
        byRole.set(role.role, context.numbers.decimal(role.points, `${path}.byRole[${at}].points`));
      }
      const prepared = {
        source,
        points: context.numbers.decimal(source.points, `${path}.points`),
        byRole: byRole.size === 0 ? null : byRole,
      };
      if (this.#byCode.has(source.code)) {
        context.refusals.add(
          'codeDuplicate',
          `${path}.code`,
          `指标“${context.indicator.name}”的情形代码“${source.code}”重复，请改用不同的代码`,
        );
      }
      this.#byCode.set(source.code, prepared);
      only = events.length === 1 ? prepared : null;
    }
    this.#only = only;
    if (events.length === 0) {
      context.refusals.add(
        'eventsMissing',
        `${context.path}.events`,
        `指标“${context.indicator.name}”没有列出任何计分情形，请至少写一个`,
      );
    }
  }

  /** What one occurrence of each event is worth, for entries that say nothing else. */
  fixed(): EventPoints {
    const byCode = new Map([...this.#byCode].map(([code, { points }]) => [code, points]));
    return { byCode, only: this.#only?.points ?? null };
  }

  #find(entry: FactEntry, context: EntryContext): PreparedEvent | null {
    const found = entry.event === undefined ? this.#only : this.#byCode.get(entry.event);
    if (found !== undefined && found !== null) return found;
    const allowed = [...this.#byCode.keys()].join('、');
    context.refusals.add(
      'eventUnknown',
      `entries[${entry.id}].event`,
      entry.event === undefined
        ? `记录 ${entry.id} 没有写明情形；指标“${this.#indicatorName}”的情形有：${allowed}`
        : `记录 ${entry.id} 的情形“${entry.event}”不在指标“${this.#indicatorName}”之内，可用的有：${allowed}`,
    );
    return null;
  }

  /** Points of one entry: event × quantity × multipliers, or the share it claims of that (§3 split). */
  points(entry: FactEntry, context: EntryContext): Exact {
    const event = this.#find(entry, context);
    if (event === null) return ZERO;
    const unitPoints = (entry.role === undefined ? undefined : event.byRole?.get(entry.role)) ?? event.points;
    const quantity = readQuantity(entry, context);
    let standard = quantity === ONE ? unitPoints : multiply(unitPoints, quantity);
    if (context.factor !== ONE) standard = multiply(standard, context.factor);
    const points = entry.points === undefined ? standard : share(entry, standard, context);
    // A part by role is measured against the whole event: 2 + 1 are within 3 (§3, fixedTotal).
    context.standard =
      entry.role === undefined ? standard : wholeStandard(event.points, quantity, context.factor, standard);
    if (context.wantsDetail) {
      const { name, unit, clause } = event.source;
      const detail: Record<string, TraceFact> = { event: name, unitPoints, quantity, unit: unit ?? '次' };
      if (clause !== undefined) detail.clause = clause;
      if (entry.points !== undefined) detail.standard = standard;
      if (entry.role !== undefined) detail.event = `${name}（${this.#roles.get(entry.role) ?? entry.role}）`;
      context.detail = detail;
    }
    return points;
  }
}

/** What the event is worth to everybody who has a part in it; never less than the part itself. */
function wholeStandard(points: Exact, quantity: Exact, factor: Exact, part: Exact): Exact {
  const whole = multiply(multiply(points, quantity), factor);
  return sign(whole) === sign(part) && compare(absolute(whole), absolute(part)) > 0 ? whole : part;
}

/** Default 1; nothing happens a negative number of times: that would be a hidden reversal. */
export function readQuantity(entry: FactEntry, context: EntryContext): Exact {
  if (entry.quantity === undefined) return ONE;
  const quantity = context.numbers.decimal(entry.quantity, `entries[${entry.id}].quantity`);
  if (sign(quantity) >= 0) return quantity;
  context.refusals.add(
    'quantityNegative',
    `entries[${entry.id}].quantity`,
    `记录 ${entry.id} 的数量为负；更正请冲销原记录后另记一条`,
  );
  return ZERO;
}

function share(entry: FactEntry, standard: Exact, context: EntryContext): Exact {
  const path = `entries[${entry.id}].points`;
  const points = context.numbers.decimal(entry.points ?? '0', path);
  if (entry.matter === undefined) {
    context.refusals.add(
      'shareWithoutMatter',
      path,
      `记录 ${entry.id} 自带分值，但没有写事项编号；只有多人分摊同一事项时才能自带分值`,
    );
  } else if (
    sign(subtract(absolute(points), absolute(standard))) > 0 ||
    (!isZero(points) && sign(points) !== sign(standard))
  ) {
    context.refusals.add('shareTooLarge', path, `记录 ${entry.id} 分得的分值超出该情形的标准分值`);
  }
  return points;
}
