const MAX_STEM = 100;
const sameKind: Readonly<Record<string, readonly string[]>> = {
  jpg: ['jpg', 'jpeg'],
  heic: ['heic', 'heif'],
};

/**
 * The name a file is shown and downloaded under: no path, no control or direction characters, an extension that
 * tells the truth about the content.
 */
export function cleanName(given: string, extension: string): string {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = base
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const own = dot > 0 ? plain.slice(dot + 1).toLowerCase() : '';
  const truthful = (sameKind[extension] ?? [extension]).includes(own);
  const stem = [...(truthful ? plain.slice(0, dot) : plain)].slice(0, MAX_STEM).join('').trim();
  return `${stem || '附件'}.${truthful ? own : extension}`;
}
