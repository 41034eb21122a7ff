import type { SilhouetteKind } from '../geometry/silhouette.ts';

export type Theme = 'light' | 'dark';

export interface KindColours {
  /** The head of a node. */
  readonly soft: string;
  /** Its outline. */
  readonly edge: string;
  /** Its icon. */
  readonly ink: string;
}

export interface Colours {
  readonly background: string;
  readonly surface: string;
  readonly block: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly rejected: string;
  readonly auto: string;
  readonly autoSoft: string;
  readonly note: string;
  readonly noteLine: string;
  readonly noteInk: string;
  readonly kinds: Readonly<Partial<Record<SilhouetteKind, KindColours>>>;
}

/**
 * The tokens of packages/ui/src/styles/tokens.css as a file that stands alone needs them. Kinds are `oklch` of one hue each
 * (approval 268, signing 345, task 248, registration 182, acquaintance 225, wait 55), light: soft .952 .022, edge .63 .062,
 * ink .43 .08; dark: soft .285 .024, edge .56 .055, ink .84 .07.
 */
export const colours: Readonly<Record<Theme, Colours>> = {
  light: {
    background: '#f4f6f8',
    surface: '#ffffff',
    block: '#fafbfc',
    line: '#dfe4ea',
    lineStrong: '#c3cbd5',
    text: '#17202b',
    text2: '#4b5766',
    text3: '#657182',
    rejected: '#b3261e',
    auto: '#6a3fb0',
    autoSoft: '#f2ecfb',
    note: '#fdf6df',
    noteLine: '#d9c88f',
    noteInk: '#3d3415',
    kinds: {
      approval: { soft: '#e9efff', edge: '#7988af', ink: '#3d4d7c' },
      signing: { soft: '#fbeaf2', edge: '#a57a92', ink: '#6e3d5a' },
      task: { soft: '#e4f1fe', edge: '#6b8dad', ink: '#285379' },
      registration: { soft: '#e0f4f0', edge: '#5d968c', ink: '#005e53' },
      acquaintance: { soft: '#e0f3fa', edge: '#5f91a6', ink: '#045871' },
      wait: { soft: '#fcece2', edge: '#a78065', ink: '#714321' },
    },
  },
  dark: {
    background: '#10151b',
    surface: '#171d25',
    block: '#141920',
    line: '#2a3441',
    lineStrong: '#3d4a5a',
    text: '#e7ebf0',
    text2: '#aeb9c6',
    text3: '#8d99a8',
    rejected: '#ff8f86',
    auto: '#c3a4f7',
    autoSoft: '#2c2144',
    note: '#2b2716',
    noteLine: '#665b33',
    noteInk: '#ece3c4',
    kinds: {
      approval: { soft: '#252a36', edge: '#667495', ink: '#b7caf9' },
      signing: { soft: '#33252d', edge: '#8d687c', ink: '#edb9d5' },
      task: { soft: '#212b36', edge: '#5b7894', ink: '#a7cff7' },
      registration: { soft: '#1c2e2b', edge: '#4e7f77', ink: '#97dace' },
      acquaintance: { soft: '#1d2d33', edge: '#507c8d', ink: '#99d5ed' },
      wait: { soft: '#34271f', edge: '#8e6c55', ink: '#efbf9f' },
    },
  },
};
