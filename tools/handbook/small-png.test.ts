import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readPng, smallPng } from './small-png.ts';

/** A picture as a browser writes it: four channels, each row with the filter given. */
function screen(colours: readonly (readonly number[])[], width: number, filter: number): Buffer {
  const rows: number[] = [];
  for (let at = 0; at < colours.length; at += width) {
    const row = colours
      .slice(at, at + width)
      .flatMap(([red = 0, green = 0, blue = 0]) => [red, green, blue, 255]);
    const filtered = row.map((value, index) =>
      filter === 1 ? (value - (row[index - 4] ?? 0)) & 255 : value,
    );
    rows.push(filter, ...filtered);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(colours.length / width, 4);
  head.set([8, 6], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, part('IHDR', head), part('IDAT', deflateSync(Buffer.from(rows)))]);
}

function part(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** The colours of a picture with a palette. */
function shown(png: Buffer): number[][] {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const [palette, header] = [chunks.get('PLTE'), chunks.get('IHDR')];
  if (!palette || !header) throw new Error('no palette');
  const width = header.readUInt32BE(0);
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  return [...rows]
    .filter((_, at) => at % (width + 1) !== 0)
    .map((index) => [...palette.subarray(index * 3, index * 3 + 3)]);
}

const few = [
  [255, 255, 255],
  [16, 40, 90],
  [255, 255, 255],
  [192, 57, 43],
];

test('N8 a picture of few colours keeps each of them', () => {
  for (const filter of [0, 1]) expect(shown(smallPng(screen(few, 2, filter)))).toEqual(few);
});

test('N8 what a browser filters row by row is read as it was', () => {
  expect([...readPng(screen(few, 2, 1)).dots]).toEqual(few.flat());
});

test('N8 of many colours each dot gets one hardly to be told from its own', () => {
  const many = Array.from({ length: 4096 }, (_, at) => [(at * 7) % 256, 128 + (at % 16), at % 64]);
  const got = shown(smallPng(screen(many, 64, 0)));
  const apart = many.map((colour, at) =>
    Math.max(...colour.map((part, i) => Math.abs(part - (got[at]?.[i] ?? 0)))),
  );
  expect(Math.max(...apart)).toBeLessThan(48);
});
