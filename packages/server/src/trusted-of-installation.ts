import { existsSync } from 'node:fs';
import { type Config, filesFolder } from './config.ts';
import { readSealPublicKey } from './crypto/keys.ts';
import { createDiskStore } from './modules/files/index.ts';
import type { Trusted } from './modules/results/index.ts';

/** What seals are held against outside the database; whatever is not here is said, for then less is proved. */
export async function trustedOfInstallation(
  config: Pick<Config, 'varDir'>,
  say: (line: string) => void,
): Promise<Trusted> {
  const key = await readSealPublicKey(config.varDir);
  const hasFiles = existsSync(filesFolder(config));
  const place = `${config.varDir}（MINGJI_VAR_DIR）`;
  if (key === null)
    say(`${place} 中读不到本系统的封存公钥：签名只按封存记录自带的公钥核对，不能证明是本系统所签。`);
  if (!hasFiles) say(`${place} 中没有附件目录：不核对附件内容。`);
  return {
    ...(key === null ? {} : { trustedKeys: [key] }),
    files: hasFiles ? createDiskStore(filesFolder(config)) : null,
  };
}
