/** The faces that official documents use, by the name that office machines know them under; none is embedded. */
export const faces = {
  /** 小标宋: titles and the name of the issuer. */
  title: '方正小标宋简体',
  /** 仿宋: the text. */
  body: 'FangSong',
  /** 黑体: headings of the first level, table heads. */
  first: 'SimHei',
  /** 楷体: headings of the second level. */
  second: 'KaiTi',
  /** 宋体: page numbers. */
  page: 'SimSun',
} as const;

/** What a machine without the face takes instead, in this order. */
const fallbacks: Readonly<Record<string, string>> = {
  [faces.title]: '小标宋,方正小标宋_GBK,宋体,SimSun',
  [faces.body]: '仿宋,仿宋_GB2312,FangSong_GB2312',
  [faces.first]: '黑体',
  [faces.second]: '楷体,楷体_GB2312,KaiTi_GB2312',
  [faces.page]: '宋体',
};

/** Names the fallbacks in the document's own table of fonts, which the library keeps for embedded ones only. */
export function nameFallbacks(table: string): string {
  const fonts = Object.entries(fallbacks)
    .map(
      ([name, others]) =>
        `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
    )
    .join('');
  return table
    .replace(/<w:fonts([^>]*?)\/>/, '<w:fonts$1></w:fonts>')
    .replace('</w:fonts>', `${fonts}</w:fonts>`);
}
