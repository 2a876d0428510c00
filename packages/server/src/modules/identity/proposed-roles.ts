import type { Role } from '@mingji/engine';

/** First and political heads of a station, brigade, department or detachment; deputies (副…) are not heads. */
const headPositions =
  /^(?!副)[^副]*(所长|队长|支队长|大队长|中队长|主任|处长|科长|政委|政治委员|教导员|指导员)$/;

export interface Service {
  readonly position: string;
  /** The head of the whole bureau is no head of a unit: leaders are granted one by one. */
  readonly atRoot: boolean;
}

/** The roles that follow from where and as what somebody serves. */
export function proposedRoles(service: Service): Role[] {
  const heads = !service.atRoot && headPositions.test(service.position.trim());
  return heads ? ['officer', 'unitHead'] : ['officer'];
}
