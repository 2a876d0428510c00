/** What was typed as a plain decimal: full-width digits and signs of Chinese input, commas and spaces taken away. */
export function plainNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s,，]/g, '')
    .replace('−', '-')
    .replace('。', '.');
}

/** Said when a field does not keep what was typed; null when it does. Nothing is changed in silence. */
export function typedNotice(typed: string, limits: { min?: string; max?: string }): string | null {
  const plain = plainNumber(typed);
  if (plain === '') return null;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return `“${typed.trim()}”不是数字，没有填入。`;
  if (limits.min !== undefined && Number(plain) < Number(limits.min))
    return `“${typed.trim()}”小于 ${limits.min}，已改为 ${limits.min}，请核对。`;
  if (limits.max !== undefined && Number(plain) > Number(limits.max))
    return `“${typed.trim()}”大于 ${limits.max}，已改为 ${limits.max}，请核对。`;
  return null;
}
