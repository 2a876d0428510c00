import { loadConfig } from '../../packages/server/src/config.ts';
import { makeDemoCity } from '../../packages/server/src/demo/make-demo-city.ts';
import { serveUntilSignal } from '../../packages/server/src/serve-until-signal.ts';
import { StartRefusal } from '../../packages/server/src/start-refusal.ts';
import { buildWeb } from '../build-web.ts';

await serveUntilSignal(async () => {
  const config = loadConfig();
  if (!(await buildWeb())) throw new StartRefusal('网页没有构建成功:原因见上。');
  return { config, say: (line) => console.log(line), makeDemoCity };
});
