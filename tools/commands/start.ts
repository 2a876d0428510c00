import { loadConfig } from '../../packages/server/src/config.ts';
import { makeDemoCity } from '../../packages/server/src/demo/make-demo-city.ts';
import { serveUntilSignal } from '../../packages/server/src/serve-until-signal.ts';
import { StartRefusal } from '../../packages/server/src/start-refusal.ts';
import { buildWeb } from '../build-web.ts';

await serveUntilSignal(async () => {
  const config = loadConfig();
  // `npm run dev` serves the web by Vite and needs no build.
  if (!process.argv.includes('--no-build') && !(await buildWeb()))
    throw new StartRefusal('网页没有构建成功：原因见上。');
  return { config, say: (line) => console.log(line), makeDemoCity };
});
