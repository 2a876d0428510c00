/** In Chinese characters: Latin letters and marks take half the width of one; digits, in some faces, a little more. */
export function textWidth(text: string, digit = 0.5): number {
  return [...text].reduce((width, sign) => width + widthOf(sign, digit), 0);
}

function widthOf(sign: string, digit: number): number {
  if (sign >= '0' && sign <= '9') return digit;
  return sign.charCodeAt(0) < 0x2000 ? 0.5 : 1;
}
