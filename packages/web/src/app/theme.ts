import type { ThemeConfig } from 'antd';

/** Names of the few colours. Red is for red lines and overdue only; gold for honours only. Contrast ≥ 4.5:1 on white. */
export const colours = {
  frame: '#0b2f5f',
  frameDark: '#082447',
  frameText: '#e8eef7',
  accent: '#0f5bb5',
  text: '#1c2733',
  textQuiet: '#566272',
  line: '#dde3ea',
  surface: '#ffffff',
  ground: '#f2f5f9',
  redLine: '#b42318',
  honour: '#8a6100',
  good: '#17693f',
  waiting: '#8f4a00',
} as const;

export const FONT_FAMILY =
  "'PingFang SC','Microsoft YaHei','Source Han Sans SC','Noto Sans CJK SC','Noto Sans SC','WenQuanYi Micro Hei',sans-serif";

const stillWanted = () =>
  typeof matchMedia !== 'undefined' && matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The theme; large type scales type and the height of controls together. */
export function themeFor(large: boolean): ThemeConfig {
  return {
    token: {
      fontFamily: FONT_FAMILY,
      fontSize: large ? 18 : 14,
      colorPrimary: colours.accent,
      colorLink: colours.accent,
      colorInfo: colours.accent,
      colorError: colours.redLine,
      colorSuccess: colours.good,
      colorWarning: colours.waiting,
      // Dark signs on light grounds: derived grounds of such dark colours would come out muddy.
      colorErrorBg: '#fdf1ef',
      colorErrorBorder: '#e7b4ad',
      colorWarningBg: '#fff8ea',
      colorWarningBorder: '#e5cb9a',
      colorSuccessBg: '#eff8f2',
      colorSuccessBorder: '#a9d3bb',
      colorInfoBg: '#eff5fc',
      colorInfoBorder: '#a9c8ea',
      colorText: colours.text,
      colorTextSecondary: colours.textQuiet,
      colorTextTertiary: colours.textQuiet,
      colorTextDescription: colours.textQuiet,
      colorTextPlaceholder: '#6b7684',
      colorBorder: '#bcc6d2',
      colorBorderSecondary: colours.line,
      colorBgLayout: colours.ground,
      borderRadius: 4,
      controlHeight: large ? 40 : 32,
      motion: !stillWanted(),
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Table: {
        headerBg: '#e9eef5',
        headerColor: colours.text,
        rowHoverBg: '#f0f5fb',
        rowSelectedBg: '#e3eefb',
        cellPaddingBlockSM: large ? 8 : 6,
        cellPaddingInlineSM: 8,
      },
      Form: { itemMarginBottom: large ? 20 : 16 },
      Layout: { headerBg: colours.frame, siderBg: colours.frame },
    },
  };
}
