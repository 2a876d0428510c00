import { checkCharacter } from '../id-number.ts';

/** Test support: ID numbers of invented persons with a right check character. */
export const idNo = (birth: string, order: string): string => {
  const first17 = `990001${birth}${order}`;
  return first17 + checkCharacter(first17);
};
export const ID_A = idNo('19850301', '001');
export const ID_B = idNo('19901012', '002');
export const ID_C = idNo('19771005', '003');
