import { EmbeddedError } from './db/embedded/index.ts';
import { type ServeOptions, serve } from './serve.ts';
import { StartRefusal } from './start-refusal.ts';
import { Started } from './started.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Serves until Ctrl-C or SIGTERM, then stops all it started. A refusal is one line and exit code 1; a surprise
 * shows its stack.
 */
export async function serveUntilSignal(makeOptions: () => Promise<ServeOptions>): Promise<void> {
  const code = await new Promise<number>((askedToEnd) => {
    const started = new Started((reason) => {
      console.error(reason);
      end(1);
    });
    const starting = start(makeOptions, started).catch((error: unknown) => {
      // Work that a signal interrupted fails because what it stands on was closed: that is no news.
      if (started.isClosing) return;
      complain(error);
      end(1);
    });
    for (const signal of SIGNALS) process.on(signal, () => end(0));
    // A signal in the middle of starting waits for the step at hand, so that nothing comes up after us.
    const end = (code: number): void => {
      void started
        .close()
        .then(() => starting)
        .then(() => started.close())
        .then(() => askedToEnd(code));
    };
  });
  process.exit(code);
}

async function start(makeOptions: () => Promise<ServeOptions>, started: Started): Promise<void> {
  const options = await makeOptions();
  const server = await serve(options, started);
  if (!started.isClosing) options.say(`明绩已就绪 ${server.address}`);
}

function complain(error: unknown): void {
  if (error instanceof StartRefusal || error instanceof EmbeddedError) console.error(error.message);
  else console.error(error);
}
