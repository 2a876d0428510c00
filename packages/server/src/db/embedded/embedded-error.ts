export type EmbeddedErrorCode =
  | 'unsupported-platform'
  | 'no-account'
  | 'unreachable-folder'
  | 'foreign-data'
  | 'disk-full'
  | 'in-use'
  | 'wrong-version'
  | 'init-failed'
  | 'start-failed';

/** A refusal of the embedded database: one line in Chinese that says what is wrong and what to do next. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string) {
    super(message);
    this.name = 'EmbeddedError';
    this.code = code;
  }
}

/** True when PostgreSQL or the operating system says that the disk is full, whatever layer said it. */
export function saysDiskFull(text: string): boolean {
  return /No space left on device|Check free disk space|ENOSPC|Disk quota exceeded|EDQUOT/.test(text);
}

export function diskFull(folder: string): EmbeddedError {
  return new EmbeddedError('disk-full', `磁盘已满：${folder} 所在磁盘没有足够空间，请清理后重新启动。`);
}
