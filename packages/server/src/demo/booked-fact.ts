import type { Indicator } from '@mingji/engine';

/** One thing that happened and was booked, before it is a ledger row. */
export interface BookedFact {
  readonly subjectKind: 'officer' | 'unit';
  readonly subjectId: string;
  readonly unitId: string;
  readonly indicator: Indicator;
  readonly kind: 'event' | 'measure' | 'score' | 'vote';
  readonly event: string | null;
  readonly quantity: string | null;
  readonly chosen: string | null;
  readonly booked: string | null;
  readonly matter: string | null;
  readonly group: string | null;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  /** The owning department books it by itself; nobody reports it. */
  readonly posted: boolean;
  readonly day: string;
  readonly reason: string;
}

/** Who something happens to: an officer or a unit, and where it belongs. */
export interface FactSubject {
  readonly kind: 'officer' | 'unit';
  readonly id: string;
  /** 警号 or 机构代码. */
  readonly code: string;
  readonly unitId: string;
  /** The kind of the unit itself, or of the unit the officer serves in. */
  readonly unitKind: string;
  /** The ranking sequence under the method at hand. */
  readonly sequence: string | null;
}

export function bareFact(
  subject: FactSubject,
  indicator: Indicator,
  day: string,
  reason: string,
): BookedFact {
  return {
    subjectKind: subject.kind,
    subjectId: subject.id,
    unitId: subject.unitId,
    indicator,
    kind: 'event',
    event: null,
    quantity: null,
    chosen: null,
    booked: null,
    matter: null,
    group: null,
    dueOn: null,
    doneOn: null,
    posted: false,
    day,
    reason,
  };
}
