import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, serveUntilSignal, WEB_FOLDER } from '@mingji/server';

export const serveUsage = `用法：mingji serve
  正式运行：没有演示城市，也没有演示登录。按 Ctrl-C 或用 SIGTERM 停止。
  监听地址、端口、数据库等取自环境变量，见 README.md。`;

/** Runs until it is told to end; the process ends with it. */
export async function serveCommand(args: readonly string[], say: (line: string) => void): Promise<number> {
  if (args.length > 0) {
    say(serveUsage);
    return args.includes('--help') ? 0 : 2;
  }
  await serveUntilSignal(async () => {
    const config = loadConfig();
    if (!existsSync(join(WEB_FOLDER, 'index.html'))) say('网页还没有构建（npm run build），现在只提供接口。');
    return { config, say };
  });
  return 0;
}
