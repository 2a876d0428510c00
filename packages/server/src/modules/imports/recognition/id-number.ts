/** Citizen identity numbers (GB 11643): 17 digits and a check character by ISO 7064 mod 11-2. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

export type IdNumberFacts = { birth: string; sex: '男' | '女' };

export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index] ?? '0'), 0);
  return CHECK_CHARACTERS[sum % 11] ?? '';
}

export const hasIdNumberShape = (text: string): boolean => /^\d{17}[\dX]$/.test(text);
export const hasRightCheckCharacter = (idNo: string): boolean => checkCharacter(idNo) === idNo[17];

/** Birth date and sex that the number states; null when its date does not exist. */
export function idNumberFacts(idNo: string): IdNumberFacts | null {
  const [year, month, day] = [idNo.slice(6, 10), idNo.slice(10, 12), idNo.slice(12, 14)];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists =
    Number(year) >= 1900 && date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  if (!exists) return null;
  return { birth: `${year}-${month}-${day}`, sex: Number(idNo[16]) % 2 === 1 ? '男' : '女' };
}
