/** Where to go after signing in: only an address of our own, so that a link cannot lead anybody away. */
export function safeReturnAddress(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\')) return '/';
  if (/^\/(sign-in|change-password)([/?#]|$)/.test(wanted)) return '/';
  return wanted;
}
