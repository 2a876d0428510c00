import type { KeyboardEvent } from 'react';

/**
 * Enter in a one-line field sends a whole form; a phone's 完成 is that Enter. In a long form it is no wish to send what
 * is half written: there it does nothing, and the phone's keyboard goes away. Text areas and buttons keep theirs.
 */
export function holdEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  if (matchMedia('(pointer: coarse)').matches) target.blur();
}
