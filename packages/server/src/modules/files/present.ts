import type { files } from '@mingji/contract';

export interface AttachmentRow {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly uploaded_at: Date;
  readonly uploaded_by_name: string;
}

export function presentAttachment(row: AttachmentRow): files.AttachmentView {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    preview: previewOf(row.media_type),
    uploadedAt: row.uploaded_at.toISOString(),
    uploadedByName: row.uploaded_by_name,
  };
}

/** HEIC is shown by no browser of the bureaus; it is downloaded. */
export function previewOf(mediaType: string): files.AttachmentView['preview'] {
  if (mediaType === 'application/pdf') return 'pdf';
  const kind = mediaType.split('/')[0];
  if (kind === 'image') return /hei[cf]$/.test(mediaType) ? 'none' : 'image';
  return kind === 'audio' || kind === 'video' ? kind : 'none';
}
