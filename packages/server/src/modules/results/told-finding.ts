import { type Actor, holdsAbility } from '@mingji/engine';

/** Who sees no scores, the audit administrator, is told what was changed and not from what to what (三员). */
export function toldFinding(actor: Actor, message: string): string {
  if (holdsAbility(actor, 'result.read')) return message;
  return message.replace(/封存时为 .*，现在为 .*$/su, '在封存之后被改动');
}
