/** RFC 6266: a plain fallback for old browsers, and the real (Chinese) name for the others. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1] ?? 'bin';
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="file.${extension}"; filename*=UTF-8''${encoded}`;
}
