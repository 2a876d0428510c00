/** How many characters of a paste a field of limited length does not take; 0 when it takes all. */
export function cutByPaste(
  field: {
    readonly value: string;
    readonly maxLength: number;
    readonly selectionStart: number | null;
    readonly selectionEnd: number | null;
  },
  pasted: string,
): number {
  if (field.maxLength < 0) return 0;
  const replaced = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  return Math.max(0, field.value.length - replaced + pasted.length - field.maxLength);
}
