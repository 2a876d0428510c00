import { buildWeb } from '../build-web.ts';

/** The one thing a production installation builds before `mingji serve`. */
const built = await buildWeb();
if (built) console.log('网页已构建。');
process.exitCode = built ? 0 : 1;
