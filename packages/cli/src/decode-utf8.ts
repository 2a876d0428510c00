const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What Node calls bytes that are no UTF-8. */
export const NOT_UTF8 = 'ERR_ENCODING_INVALID_ENCODED_DATA';

/**
 * Strict: names in GBK read leniently would become replacement signs, and different people one. Throws a TypeError
 * with the code above.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  return strict.decode(bytes);
}
