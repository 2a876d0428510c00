import { type Exact, toFixedText, toText } from '@mingji/engine';

const DECIMAL = /^-?\d+(\.\d{1,6})?$/;

/** Points to read: exact where six places are enough, else six places without idle zeros. */
export function toldPoints(value: Exact): string {
  const text = toText(value);
  if (DECIMAL.test(text)) return text;
  return toFixedText(value, { digits: 6, mode: 'halfAwayFromZero' }).replace(/\.?0+$/, '');
}
