import { sign } from '../kernel/exact.ts';
import { exact } from '../kernel/exact-text.ts';
import type { EffectRule, EscalationScoring, NamedEvent, Scoring } from '../rules/scoring.ts';
import { coversEffect } from './covers-effect.ts';
import type { InheritanceCheck, Place } from './inheritance-check.ts';
import { EVENT_FIELDS, SCORING_FIELDS } from './tightening.ts';

/** The scoring of an inherited indicator: the same family, and no parameter kinder than above. */
export function checkScoring(check: InheritanceCheck, place: Place, upper: Scoring, lower: Scoring): void {
  const own = { ...place, path: `${place.path}.scoring` };
  check.fields(own, SCORING_FIELDS[upper.family] ?? {}, upper, lower, ['events', 'steps', 'effect']);
  if (upper.family !== lower.family) return;
  if ('events' in upper && 'events' in lower) checkEvents(check, own, upper.events, lower.events);
  if (upper.family === 'escalation' && lower.family === 'escalation') checkSteps(check, own, upper, lower);
  if (upper.family === 'effectOnly' && lower.family === 'effectOnly')
    checkEffect(check, { ...own, path: `${own.path}.effect` }, upper.effect, lower.effect);
}

/** A deduction may be made heavier, an addition stays as it is. */
function checkEvents(
  check: InheritanceCheck,
  place: Place,
  upper: readonly NamedEvent[],
  lower: readonly NamedEvent[],
): void {
  const below = new Map(lower.map((event, at) => [event.code, { event, path: `events[${at}]` }]));
  for (const event of upper) {
    const own = below.get(event.code);
    below.delete(event.code);
    const spot = check.within(place, own?.path ?? 'events', `情形“${event.name}”`, event, own?.event);
    if (own === undefined) {
      check.removed(spot, '');
      continue;
    }
    check.fields(spot, EVENT_FIELDS, event, own.event, ['points']);
    const rule = { may: sign(exact(event.points)) < 0 ? 'lower' : 'nothing' } as const;
    check.field(spot, 'points', rule, event.points, own.event.points);
  }
  for (const { event, path } of below.values()) {
    const shares = (event.byRole ?? []).map((share) => share.points);
    if ([event.points, ...shares].every((points) => sign(exact(points)) < 0)) continue;
    const spot = check.within(place, path, `情形“${event.name}”`, undefined, event);
    check.refuse('inheritedLoosened', spot, `${spot.name}是本级增加的加分情形`, '只可增加扣分情形，请删去');
  }
}

/** Further steps than the upper's are held against its last one, which stands for all that follow (§2). */
function checkSteps(
  check: InheritanceCheck,
  place: Place,
  upper: EscalationScoring,
  lower: EscalationScoring,
): void {
  const count = Math.max(upper.steps.length, lower.steps.length);
  for (let at = 0; at < count; at++) {
    const above = upper.steps[Math.min(at, upper.steps.length - 1)];
    const below = lower.steps[Math.min(at, lower.steps.length - 1)];
    const spot = check.within(place, `steps[${at}]`, `第 ${at + 1} 次`);
    if (above === undefined || below === undefined) continue;
    check.field(spot, 'points', { may: 'lower' }, above.points, below.points);
    if (above.effect !== undefined) checkEffect(check, spot, above.effect, below.effect);
  }
}

/** An effect may be made heavier, never milder or dropped (§9). */
export function checkEffect(
  check: InheritanceCheck,
  place: Place,
  upper: EffectRule,
  lower: EffectRule | undefined,
): void {
  if (lower !== undefined && coversEffect(lower, upper, check.scales)) return;
  const what = lower === undefined ? '去掉了上级规定的后果' : '的后果比上级规定的轻';
  check.refuse('effectMilder', place, `${place.name}${what}`, '只可加重，请恢复上级规定的后果');
}
