import { messages } from '../app/messages.ts';

/** What may be attached: the same limits the server keeps, told before the wait. */
export interface FileRules {
  readonly megabytes: number;
  readonly count: number;
  /** Endings without the dot, lower case. */
  readonly kinds: readonly string[];
}

export const evidenceRules: FileRules = {
  megabytes: 20,
  count: 20,
  kinds: [
    'jpg',
    'jpeg',
    'png',
    'webp',
    'heic',
    'pdf',
    'doc',
    'docx',
    'xls',
    'xlsx',
    'pptx',
    'txt',
    'mp4',
    'mp3',
  ],
};
export const spreadsheetRules: FileRules = { megabytes: 20, count: 1, kinds: ['xlsx', 'xls'] };

export function kindsText(rules: FileRules): string {
  return rules.kinds.filter((kind) => kind !== 'jpeg').join('、');
}

/** Why a file cannot be taken, or null. */
export function fileProblem(
  file: { readonly name: string; readonly size: number },
  already: number,
  rules: FileRules,
): string | null {
  if (already >= rules.count) return messages.files.tooMany(rules.count);
  const kind = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (!rules.kinds.includes(kind)) return messages.files.wrongKind(file.name, kindsText(rules));
  if (file.size === 0) return messages.files.empty(file.name);
  if (file.size > rules.megabytes * 1024 * 1024) return messages.files.tooLarge(file.name, rules.megabytes);
  return null;
}
