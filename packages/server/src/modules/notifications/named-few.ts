const MOST = 3;
const LONGEST = 40;

/** “信息采用”; a long one is cut, so that what happened still stands beside it. */
export function quoted(name: string): string {
  return `“${name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name}”`;
}

/** “甲”、“乙”, or with more than three “甲”、“乙”、“丙”等 5 件: a notice about several says which. */
export function namedFew(names: readonly string[], counter: string): string {
  const different = [...new Set(names)];
  const shown = different.slice(0, MOST).map(quoted);
  const whole = shown.length === names.length ? '' : `等 ${names.length} ${counter}`;
  return `${shown.join('、')}${whole}`;
}
