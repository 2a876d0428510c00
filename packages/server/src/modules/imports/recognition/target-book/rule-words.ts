import { foldWidth, withoutSpaces } from '../cell-text.ts';

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const NUMERAL = '[零〇一二两三四五六七八九十百半]+(?:点[零〇一二三四五六七八九]+)?';

/** 十五 → 15, 零点五 → 0.5, 半 → 0.5; null for anything that is no numeral up to 999. */
export function chineseNumeral(text: string): string | null {
  if (text === '半') return '0.5';
  const [whole = '', fraction] = text.split('点');
  let value = 0;
  let digit: number | null = null;
  for (const character of whole) {
    if (character === '百' || character === '十') {
      value += (digit ?? 1) * (character === '百' ? 100 : 10);
      digit = null;
      continue;
    }
    const next = DIGITS[character];
    if (next === undefined || (digit !== null && digit !== 0)) return null;
    digit = next;
  }
  const integer = value + (digit ?? 0);
  if (fraction === undefined) return String(integer);
  const decimals = [...fraction].map((character) => DIGITS[character]);
  return decimals.includes(undefined) ? null : `${integer}.${decimals.join('')}`;
}

/** Amounts in Chinese numerals become digits where they are amounts: 扣零点五分 → 扣0.5分, 百分之五 → 5%. */
function writeAmounts(text: string): string {
  const digits = (numeral: string) => chineseNumeral(numeral) ?? numeral;
  const percent = (_all: string, numeral: string) =>
    `${/^[\d.]+$/.test(numeral) ? numeral : digits(numeral)}%`;
  return text
    .replace(new RegExp(`百分之([\\d.]+|${NUMERAL})`, 'g'), percent)
    .replace(
      new RegExp(`(扣|加|减|得|至|到|[-~—–~])(${NUMERAL})(?=分|至|到|[-~—–~])`, 'g'),
      (_all, before: string, numeral: string) => before + digits(numeral),
    )
    .replace(
      new RegExp(`(低|高|降|升|超|超过|降低|提高|下降|上升|减少|增加)(${NUMERAL})(?=个?百分点)`, 'g'),
      (_all, before: string, numeral: string) => before + digits(numeral),
    );
}

/** A rule sentence made comparable: half-width, without spaces, amounts in digits. */
export const plainRule = (rule: string): string => writeAmounts(withoutSpaces(foldWidth(rule)));

/** Sentences and clauses; a comma inside a number or before 每 of the same sentence separates as well. */
export function clausesOf(rule: string): string[] {
  return rule
    .split(/(?<!\d),|,(?!\d{3})|[;。;,!\n]/)
    .map((clause) => clause.replace(/^[((]?\d+[)).、](?!\d)/, '').replace(/^[、的]/, ''))
    .filter((clause) => clause !== '');
}

export const MEASURES =
  '人次|家次|户次|批次|件次|场次|车次|处|次|起|人|件|条|项|例|份|个|宗|名|户|家|卷|本|篇|期|场|批|辆|台|支|把|案|天|日';
