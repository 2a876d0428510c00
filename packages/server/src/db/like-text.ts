/** A pattern that contains the text as it was typed: % and _ mean themselves. */
export function likeText(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
