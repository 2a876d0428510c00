/** Twentieths of a point, in which Word measures. */
const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);

const PAPER = { width: 210, height: 297 };
const TOP = 37;
const LEFT = 28;
const TEXT = { width: 156, height: 225 };
const LINES = 22;
const CHARACTERS = 28;
/** 三号: the size of the text. */
export const BODY_POINTS = 16;

/** The page of an official document (GB/T 9704): A4, 22 lines of 28 characters in a text area of 156 × 225 mm. */
export const pageLayout = {
  width: twips(PAPER.width),
  height: twips(PAPER.height),
  top: twips(TOP),
  left: twips(LEFT),
  right: twips(PAPER.width - LEFT - TEXT.width),
  bottom: twips(PAPER.height - TOP - TEXT.height),
  textWidth: twips(TEXT.width),
  /** The page number stands 7 mm below the text area. */
  footer: twips(PAPER.height - TOP - TEXT.height - 7 - 5),
  /** Rounded down, so that the last line still fits. */
  linePitch: Math.floor(twips(TEXT.height) / LINES),
  /** How much closer than their size the characters stand, so that 28 fill a line whatever suite lays it out. */
  closer: Math.floor(twips(TEXT.width) / CHARACTERS - BODY_POINTS * 20),
  /** One character of the grid. */
  character: Math.floor(twips(TEXT.width) / CHARACTERS),
  /** A sheet laid across, for tables that are too wide: the same text area, turned. */
  acrossWidth: twips(TEXT.height),
  /** The name of the issuer stands 35 mm below the top of the text area. */
  issuerBelow: twips(35),
} as const;
