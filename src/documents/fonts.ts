// The two open fonts of pages and documents, from the same server. Kept as a file by a reader such a page falls back on what the machine
// has; what is handed out as a file is a PDF, which has its letters in it.

/** Where a browser asks for them. */
export const fontAddresses = {
  sans: '/fonts/source-sans-3.woff2',
  plan: '/fonts/atkinson-hyperlegible-next.woff2',
} as const

/** Atkinson slashes its zero, which reads as a crossed-out telephone number: the plan has its digits from Source Sans. */
export const fontFaces = `
@font-face { font-family: "Source Sans 3"; src: url("${fontAddresses.sans}") format("woff2"); font-weight: 200 900; font-display: swap; }
@font-face { font-family: "Atkinson Hyperlegible Next"; src: url("${fontAddresses.plan}") format("woff2"); font-weight: 200 800; font-display: swap; }
@font-face { font-family: "Plan digits"; src: url("${fontAddresses.sans}") format("woff2"); font-weight: 200 900; unicode-range: U+30-39; size-adjust: 108%; }
`
