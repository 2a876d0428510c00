/** What every call needs to know of the session, and what a call may find out about it. */
export type SessionSignal = 'lost' | 'passwordChangeRequired';
type Listener = (signal: SessionSignal) => void;

let csrfToken: string | null = null;
let contactAt = Date.now();
const listeners = new Set<Listener>();

export function setCsrfToken(token: string | null): void {
  csrfToken = token;
}

export function currentCsrfToken(): string | null {
  return csrfToken;
}

/** The server moves its idle clock with every call; we move ours with every answer. */
export function noteContact(): void {
  contactAt = Date.now();
}

export function lastContactAt(): number {
  return contactAt;
}

export function listenToSession(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function signalSession(signal: SessionSignal): void {
  for (const listener of listeners) listener(signal);
}
