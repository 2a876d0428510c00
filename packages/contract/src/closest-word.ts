/** Of the words allowed, the one that a mistyped word most likely meant; undefined when none is near. */
export function closestWord(word: string, allowed: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of allowed) {
    const other = candidate.toLowerCase();
    const short = Math.min(wanted.length, other.length);
    const begins = short >= 3 && (wanted.startsWith(other) || other.startsWith(wanted));
    const distance = Math.min(editDistance(wanted, other), begins ? 1 : Number.POSITIVE_INFINITY);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** How many letters are to be added, dropped, changed or swapped with a neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
