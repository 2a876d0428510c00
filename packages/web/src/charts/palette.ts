/** Series colours that stay apart for the colour-blind and on a bad projector; no red, no gold. */
export const palette = [
  '#0f5bb5',
  '#2a8f8f',
  '#7a5ea8',
  '#5b7f2e',
  '#5f7388',
  '#b0568a',
  '#3b8fd6',
  '#8a6d4b',
];

/** Marks of lines, so that they are told apart without colour. */
export const symbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'] as const;
