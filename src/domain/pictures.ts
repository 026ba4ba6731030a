// The pictograms of the plan: a grid of 48, one line of 2.5, people without sex or age. Always beside words, never instead.

const dot = (x: number, y: number, r = 4.5): string => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`

/** Each is one path. */
export const pictures = {
  exercise: `${dot(17, 9)}M17 15v13l-3 14M17 28l9 5 5 8M17 19l13 5M32 17v25M32 29h10v13`,
  pill: 'M9.5 29.5 29.5 9.5a6.4 6.4 0 0 1 9 9l-20 20a6.4 6.4 0 0 1-9-9zM19.5 19.5l9 9',
  house: 'M5 24 24 8l19 16M10 20v22h28V20M17 30l5 5 9-10',
  talk: 'M6 9h36v24H24l-9 8v-8H6zM14 18h20M14 25h13',
  eye: `M4 24s8-12 20-12 20 12 20 12-8 12-20 12S4 24 4 24z${dot(24, 24, 5)}`,
  lie: `${dot(9, 35)}M16 38h12l7-13 6 13M4 45h40`,
  crawl: `${dot(8, 17)}M13 21c6-3 14-2 20 4l-1 14h11M18 20l-2 19M4 45h40`,
  rise: `${dot(13, 11)}M14 17l4 12v11H8M15 20l14 4M28 27h14V9M29 27v13M42 27v13M4 45h40`,
  phone: 'M10 8h8l4 10-5 4a24 24 0 0 0 10 10l4-5 10 4v8a3 3 0 0 1-3 3A31 31 0 0 1 7 11a3 3 0 0 1 3-3z',
} as const

export type PictureName = keyof typeof pictures
