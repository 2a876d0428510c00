import { useEffect, useState } from 'react';

let offset = 0;

/** Deadlines are the server's; a wrong clock on the desk must not move them. */
export function setServerTime(instant: string): void {
  const server = Date.parse(instant);
  if (!Number.isNaN(server)) offset = server - Date.now();
}

export function serverNow(): Date {
  return new Date(Date.now() + offset);
}

/** The server's time, moving in steps of `every` milliseconds. */
export function useServerNow(every = 30_000): Date {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
