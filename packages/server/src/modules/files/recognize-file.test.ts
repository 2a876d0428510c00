import { expect, test } from 'vitest';
import { cleanName } from './clean-name.ts';
import { contentDisposition } from './content-disposition.ts';
import { recognizeFile } from './recognize-file.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('P6 an attachment is what its bytes say, whatever it is called', async () => {
  expect(await recognizeFile(png)).toEqual({ ok: true, file: { mediaType: 'image/png', extension: 'png' } });
  expect(await recognizeFile(Buffer.from('%PDF-1.4\n%%EOF'))).toMatchObject({
    ok: true,
    file: { extension: 'pdf' },
  });
});

test('P6 programs, web pages, scripts, archives and unknown bytes are refused with the reason', async () => {
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]);
  const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
  const refused = [
    program,
    zip,
    Buffer.from('<!DOCTYPE html><script>alert(1)</script>'),
    Buffer.from('\ufeff <html>'),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
    Buffer.from('#!/bin/sh\nrm -rf /'),
    Buffer.from([0, 1, 2, 3, 4, 5]),
    Buffer.alloc(0),
  ];
  for (const bytes of refused) {
    const verdict = await recognizeFile(bytes);
    expect(verdict.ok).toBe(false);
    if (!verdict.ok) expect(verdict.reason).toMatch(/[一-龥]/);
  }
});

test('P6 Chinese text is taken in UTF-8 and in GB18030', async () => {
  expect(await recognizeFile(Buffer.from('今日走访 12 户'))).toMatchObject({
    file: { mediaType: 'text/plain; charset=utf-8' },
  });
  const gb = Buffer.from([0xbd, 0xf1, 0xc8, 0xd5]);
  expect(await recognizeFile(gb)).toMatchObject({ file: { mediaType: 'text/plain; charset=gb18030' } });
});

test('P6 old Word and Excel documents are told apart by their stream, and macros are refused', async () => {
  const container = (stream: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(512),
    ]);
  expect(await recognizeFile(container('WordDocument'))).toMatchObject({ file: { extension: 'doc' } });
  expect(await recognizeFile(container('Workbook'))).toMatchObject({ file: { extension: 'xls' } });
  expect(await recognizeFile(container('WordDocument _VBA_PROJECT'))).toMatchObject({ ok: false });
  expect(await recognizeFile(container('PowerPoint Document'))).toMatchObject({ ok: false });
});

test('P6 a name loses its path and tricks, and its extension tells the truth', () => {
  expect(cleanName('C:\\走访\\现场照片.JPG', 'jpg')).toBe('现场照片.jpg');
  expect(cleanName('照片.jpeg', 'jpg')).toBe('照片.jpeg');
  expect(cleanName('../../etc/passwd', 'txt')).toBe('passwd.txt');
  expect(cleanName('报告\u202efdp.exe', 'pdf')).toBe('报告fdp.exe.pdf');
  expect(cleanName('\u0000\n .. ', 'png')).toBe('附件.png');
  expect(cleanName(`${'长'.repeat(300)}.pdf`, 'pdf')).toHaveLength(104);
});

test('P6 a Chinese name goes into the header unharmed and cannot break out of it', () => {
  const header = contentDisposition('attachment', '现场\'照片"(1).jpg');
  expect(header).toBe(
    `attachment; filename="file.jpg"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%27%E7%85%A7%E7%89%87%22%281%29.jpg`,
  );
});
