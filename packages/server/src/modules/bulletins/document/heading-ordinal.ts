const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一, 10 → 十, 21 → 二十一; documents number no further than 99. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return DIGITS[ones] ?? '';
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones === 0 ? '' : (DIGITS[ones] ?? '')}`;
}

/** 一、 → （一） → 1. as official documents number their headings. */
export function headingOrdinal(level: number, value: number): string {
  if (level === 1) return `${chineseNumber(value)}、`;
  if (level === 2) return `（${chineseNumber(value)}）`;
  return `${value}.`;
}

/** Counts the headings of a document: a heading begins those below it anew. */
export function makeHeadingCounter(): {
  readonly next: (level: number) => string;
  readonly restart: () => void;
} {
  let counts = [0, 0, 0];
  return {
    next(level) {
      counts = counts.map((count, index) => (index === level - 1 ? count + 1 : index >= level ? 0 : count));
      return headingOrdinal(level, counts[level - 1] ?? 1);
    },
    restart() {
      counts = [0, 0, 0];
    },
  };
}
