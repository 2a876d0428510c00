import { loadConfig } from '../../packages/server/src/config.ts';
import { serveUntilSignal } from '../../packages/server/src/serve-until-signal.ts';

/** What the test sends: from now on it is this instant, and time goes on from there. */
export interface ClockMove {
  readonly now: string;
}

let offset = 0;

/** `mingji serve` with a clock that the journey moves; the program people run has no such thing. */
process.on('message', ({ now }: ClockMove) => {
  offset = Date.parse(now) - Date.now();
  process.send?.({ now });
});

await serveUntilSignal(async () => ({
  config: loadConfig(),
  say: (line) => console.log(line),
  clock: () => new Date(Date.now() + offset),
}));
