// The one entry of every npm script. It must run on the oldest Node we accept (20), before anything is
// installed: it installs what is missing, then hands over to the pinned Node 24 and tools/commands/<name>.ts.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const COMMANDS = ['start', 'dev', 'test', 'check', 'generate', 'bench', 'mutation', 'build'];
const OLDEST_NODE = 20;
const PINNED_NODE = 24;

await main(process.argv[2] ?? '', process.argv.slice(3));

async function main(command, args) {
  if (nodeMajor(process.version) < OLDEST_NODE) {
    refuse(`本机 Node.js 为 ${process.version}，需要 ${OLDEST_NODE} 或更高版本，请先升级 Node.js。`);
  }
  if (!COMMANDS.includes(command)) refuse(`没有命令“${command}”，可用：${COMMANDS.join('、')}。`);
  if (!isInstalled()) install();
  endWithParent();
  const script = join(ROOT, 'tools', 'commands', `${command}.ts`);
  if (nodeMajor(process.version) >= PINNED_NODE) {
    process.argv.splice(1, 2, script);
    await import(pathToFileURL(script).href);
  } else {
    handOver(pinnedNode(), command, args);
  }
}

/**
 * A killed npm passes nothing on: without this the program would live on, hold its port and stop the next start.
 * The scripts say `exec`, so npm itself is our parent and its SIGTERM reaches us, not a shell in between.
 */
function endWithParent() {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined || parent <= 1) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

/** npm writes node_modules/.package-lock.json last, so it says what is really there, whoever ran the installation. */
function isInstalled() {
  const there = packagesIn(join(ROOT, 'node_modules', '.package-lock.json'));
  const wanted = packagesIn(join(ROOT, 'package-lock.json'));
  if (there === null || wanted === null) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = there[path];
    if (found === undefined)
      return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

function install() {
  console.log('正在安装依赖（首次约一分钟）……');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  };
  const done =
    npm !== undefined && /npm-cli\.c?js$/.test(npm) && existsSync(npm)
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync('npm', args, options);
  if (done.status === 0) return;
  const output = `${done.stdout ?? ''}\n${done.stderr ?? ''}\n${done.error?.message ?? ''}`;
  refuse(reasonOf(output));
}

function reasonOf(output) {
  if (/ENOSPC|No space left/i.test(output)) return '磁盘已满，依赖没有装完：请清理磁盘后重试。';
  if (/EBADPLATFORM/.test(output)) return `不支持本机平台 ${process.platform}-${process.arch}。`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    return '连不上 npm 软件源，依赖没有装完：请检查网络或 npm 的 registry 设置后重试。';
  }
  if (/EACCES|EPERM|EROFS/.test(output)) return `没有权限写入 ${ROOT}：请用目录的所有者运行。`;
  const line =
    output.split('\n').find((text) => /npm (error|ERR!) (?!code )\S/.test(text)) ??
    output.trim().split('\n')[0];
  return `安装依赖失败：${line}`;
}

function pinnedNode() {
  const node = join(ROOT, 'node_modules', '.bin', 'node');
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (answer.status !== 0 || nodeMajor(answer.stdout) < PINNED_NODE) {
    refuse(
      `本机平台 ${process.platform}-${process.arch} 不能运行随附的 Node ${PINNED_NODE}：请自行安装 Node ${PINNED_NODE} 后重试。`,
    );
  }
  return node;
}

/** Signals that reach us reach the program; the terminal's Ctrl-C reaches it anyway, and we wait for its end. */
function handOver(node, command, args) {
  const path = `${join(ROOT, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`;
  const env = { ...process.env, PATH: path, npm_lifecycle_event: command };
  const child = spawn(node, [fileURLToPath(import.meta.url), command, ...args], { stdio: 'inherit', env });
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => refuse(`启动失败：${error.message}`));
  child.once('exit', (code) => process.exit(code ?? 1));
}

function nodeMajor(version) {
  return Number.parseInt(version.trim().replace(/^v/, ''), 10);
}

function refuse(message) {
  console.error(message);
  process.exit(1);
}
