import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each dot, row by row. */
  readonly dots: Uint8Array;
}

/** A screen's picture with at most 256 colours: a page has few, and it becomes a fraction of its size. */
export function smallPng(png: Buffer): Buffer {
  const picture = readPng(png);
  const palette = paletteOf(picture.dots);
  const { width, height } = picture;
  const rows = Buffer.alloc((width + 1) * height);
  const nearest = nearestIn(palette);
  for (let at = 0; at < width * height; at++) {
    const row = Math.floor(at / width);
    rows[row * (width + 1) + 1 + (at % width)] = nearest(colourAt(picture.dots, at));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** What browsers write: eight bits a channel, without or with a fourth for transparency, not interlaced. */
export function readPng(png: Buffer): Picture {
  const parts: Buffer[] = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      channels = body[9] === 6 ? 4 : 3;
      if (body[8] !== 8 || (body[9] !== 6 && body[9] !== 2)) throw new Error('not a picture of a screen');
    }
    if (kind === 'IDAT') parts.push(body);
    at += length + 12;
  }
  const rows = unfilter(inflateSync(Buffer.concat(parts)), width * channels, channels);
  const dots = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    for (let part = 0; part < 3; part++) dots[at * 3 + part] = rows[at * channels + part] ?? 0;
  }
  return { width, height, dots };
}

function unfilter(data: Buffer, stride: number, channels: number): Uint8Array {
  const height = data.length / (stride + 1);
  const out = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = data[row * (stride + 1)] ?? 0;
    for (let at = 0; at < stride; at++) {
      const here = row * stride + at;
      const left = at < channels ? 0 : (out[here - channels] ?? 0);
      const up = row === 0 ? 0 : (out[here - stride] ?? 0);
      const corner = at < channels || row === 0 ? 0 : (out[here - stride - channels] ?? 0);
      out[here] = (data[row * (stride + 1) + 1 + at] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function colourAt(dots: Uint8Array, at: number): number {
  return ((dots[at * 3] ?? 0) << 16) | ((dots[at * 3 + 1] ?? 0) << 8) | (dots[at * 3 + 2] ?? 0);
}

/** The commonest colours; of those hardly to be told apart the commonest one. */
function paletteOf(dots: Uint8Array): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < dots.length / 3; at++) {
    const colour = colourAt(dots, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const groups = new Map<number, { colour: number; count: number }>();
  for (const [colour, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    const group = groups.get(colour & 0xf0f0f0);
    if (group) group.count += count;
    else groups.set(colour & 0xf0f0f0, { colour, count });
  }
  return [...groups.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_COLOURS)
    .map(({ colour }) => colour);
}

function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return (colour) => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (const [index, other] of palette.entries()) {
      const apart = distance(colour, other);
      if (apart < least) [best, least] = [index, apart];
    }
    known.set(colour, best);
    return best;
  };
}

function distance(one: number, other: number): number {
  const part = (shift: number) => ((one >> shift) & 255) - ((other >> shift) & 255);
  return part(16) ** 2 + part(8) ** 2 + part(0) ** 2;
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
