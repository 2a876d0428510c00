/** In Chinese characters: digits and Latin letters take half the width of one. */
export function textWidth(text: string): number {
  return [...text].reduce((width, sign) => width + (sign.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0);
}
