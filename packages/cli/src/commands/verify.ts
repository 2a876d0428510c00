import { parseArgs } from 'node:util';
import {
  loadConfig,
  nodeCrypto,
  trustedOfInstallation,
  type VerifiedSeal,
  verifyAllSeals,
  withDatabase,
} from '@mingji/server';
import type { Terminal } from './init.ts';

export const verifyUsage = `用法：mingji verify [--json]
  逐份校验已封存的周期：内容摘要、签名、链接、台账、附件、成绩、办法，并由封存内容重新计算。
  全部一致时退出码为 0；发现不一致时逐条指明位置，退出码为 1。
  --json         每份封存输出一行 JSON
封存公钥和附件取自 MINGJI_VAR_DIR；数据库取自 DATABASE_URL；不设则用内置数据库（MINGJI_VAR_DIR），服务正在运行时也可使用。`;

const options = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** `mingji verify`: anybody at the server can prove that sealed months are as they were sealed (X3). */
export async function verifyCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readOptions(args);
  if (given === null) {
    terminal.say(verifyUsage);
    return 2;
  }
  if (given.help) {
    terminal.print(verifyUsage);
    return 0;
  }
  const tell = (seal: VerifiedSeal) => terminal.print(given.json ? JSON.stringify(seal) : describe(seal));
  const config = loadConfig(terminal.env);
  const trusted = await trustedOfInstallation(config, terminal.say);
  const outcome = await withDatabase(config, terminal.say, (db) =>
    verifyAllSeals(db, nodeCrypto, tell, trusted),
  );
  if (!given.json) terminal.print(summary(outcome));
  return outcome.failed === 0 ? 0 : 1;
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch {
    return null;
  }
}

function describe(seal: VerifiedSeal): string {
  const number = seal.sequenceNo === null ? '封存缺失' : `第 ${seal.sequenceNo} 号`;
  const head = `${number} ${seal.periodLabel} ${seal.ruleSetName}`;
  if (seal.ok) return `${head}：一致（${seal.sealHash.slice(0, 16)}…）`;
  return [
    `${head}：发现 ${seal.findings.length} 处不一致`,
    ...seal.findings.map((finding) => `  ✗ [${finding.place}] ${finding.message}`),
  ].join('\n');
}

function summary({ verified, failed }: { verified: number; failed: number }): string {
  if (verified === 0 && failed === 0) return '还没有封存的周期。';
  return failed === 0
    ? `共 ${verified} 份封存，全部一致。`
    : `共 ${verified} 份封存，${failed} 份不一致或缺失。`;
}
