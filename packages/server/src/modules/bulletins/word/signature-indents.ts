import { textWidth } from './text-width.ts';

/** The date ends four characters from the edge; the name is centred over it, or the date under a longer name. */
export function signatureIndents(
  issuer: string,
  date: string,
): { readonly issuer: number; readonly date: number } {
  const difference = textWidth(issuer) - textWidth(date);
  if (difference <= 0) return { issuer: 4 - difference / 2, date: 4 };
  // A long name keeps two characters from the edge.
  const indent = Math.max(2, 4 - difference / 2);
  return { issuer: indent, date: indent + difference / 2 };
}
