import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** What belongs to the repository: tracked files and new ones that git does not ignore, still on disk. */
export function repositoryFiles(): string[] {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const listed = gitLines(list);
  const deleted = new Set(gitLines(['ls-files', '--deleted', '-z']));
  return listed.filter((path) => !deleted.has(path)).sort();
}

function gitLines(args: string[]): string[] {
  const answer = spawnSync('git', ['-c', 'safe.directory=*', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (answer.status !== 0) throw new Error(`git ${args.join(' ')} failed: ${answer.stderr}`);
  return answer.stdout.split('\0').filter((path) => path !== '');
}
