/** The name in a Content-Disposition header: the RFC 5987 form first, because our names are Chinese. */
export function fileNameOf(disposition: string | null, fallback: string): string {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
  if (encoded) return decoded(encoded) ?? fallback;
  const plain = disposition?.match(/filename="?([^";]+)"?/i)?.[1];
  return plain ?? fallback;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
