import type { Deps } from '../context.ts';
import { type BulkRow, bulkInsert, hexBytes } from './bulk-insert.ts';
import type { CurrentPlace } from './current-work.ts';
import type { SeededRandom } from './seeded-random.ts';

const FILES = 300;
/** Now and then somebody hands in what was handed in before, so that the reviewer's notice shows (X10). */
const REUSED = 0.03;

/** Gives each asking submission a small file of its own, until the stock is used up. */
export interface EvidenceStock {
  take(): string[];
}

export async function makeEvidence(
  deps: Deps,
  random: SeededRandom,
  place: CurrentPlace,
): Promise<EvidenceStock> {
  const uploader = place.officers[0]?.accountId;
  const rows: (BulkRow<'file'> & { readonly id: string })[] = [];
  for (let number = 1; number <= FILES; number += 1) {
    const bytes = evidencePdf(`Demo evidence No. ${number}`);
    const sm3 = deps.crypto.sm3(bytes);
    await deps.files.put(sm3, bytes);
    rows.push({
      id: random.uuid(),
      bureau_id: place.bureauId,
      sm3: hexBytes(sm3),
      name: `佐证材料${number}.pdf`,
      media_type: 'application/pdf',
      size_bytes: bytes.length,
      uploaded_by: uploader,
      uploaded_at: place.now,
    });
  }
  await bulkInsert(deps.db, 'file', rows);
  let used = 0;
  return {
    take() {
      const again = used > 0 && random.chance(REUSED);
      const row = rows[again ? used - 1 : used];
      if (!again) used += 1;
      return row ? [row.id] : [];
    },
  };
}

/** One page of a real PDF, so that evidence in the demo opens. */
function evidencePdf(title: string): Buffer {
  const text = `BT /F1 18 Tf 40 200 Td (${title}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 297]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = body.length;
  body += `xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}
