/** Where to go after signing in: only an address of our own, so that a link cannot lead anybody away. */
export function safeReturnAddress(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\')) return '/';
  if (/^\/(sign-in|change-password)([/?#]|$)/.test(wanted)) return '/';
  return wanted;
}

/** What the address of a page on the way keeps, so that one comes back to the link one opened; the front page needs none. */
export function keptAddress(href: string): { readonly returnTo?: string } {
  const returnTo = safeReturnAddress(href);
  return returnTo === '/' ? {} : { returnTo };
}
