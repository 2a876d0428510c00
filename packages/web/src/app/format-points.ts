/** A decimal with its sign, a real minus, for points that were added or taken. Zero has none. */
export function signedPoints(decimal: string): string {
  if (/^-?0(\.0+)?$/.test(decimal)) return decimal.replace('-', '');
  return decimal.startsWith('-') ? `−${decimal.slice(1)}` : `+${decimal}`;
}

export type PointsSign = 'plus' | 'minus' | 'zero';

export function signOf(decimal: string): PointsSign {
  if (/^-?0(\.0+)?$/.test(decimal)) return 'zero';
  return decimal.startsWith('-') ? 'minus' : 'plus';
}

/** Groups the whole part by thousands, for quantities; the decimals stay as they are. */
export function groupedQuantity(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
