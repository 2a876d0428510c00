/** Order of codes and ids by UTF-16 unit: the same on every machine, no locale. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}
