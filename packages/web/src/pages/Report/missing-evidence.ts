/** What the indicator asks to be attached where nothing is; the method tells it in words, so nobody can check more. */
export function missingEvidence(rule: string | null, files: readonly unknown[] | undefined): string | null {
  const wanted = rule?.trim() ?? '';
  return wanted === '' || (files ?? []).length > 0 ? null : wanted;
}
