// The look of the small public pages: the tokens of our theme, large type, targets of 44 px, narrow screens and paper.
import { fontFaces } from './fonts.ts'

/** Stands in every page, and is allowed there by its hash alone. */
export const pageStyle = `${fontFaces}
:root { --font-plan: "Plan digits", "Atkinson Hyperlegible Next", Verdana, sans-serif; color-scheme: light; --brand: #0b5a6b; --brand-deep: #083f4b; --brand-tint: #e3f0f2; --on-brand: #fff; --on-brand-2: #bfe0e6; --accent: #ffd84d; --ink: #1d2327; --ink-2: #4d585e; --edge: #76838a; --line: #d3dbdd; --paper-2: #f3f6f6; --error: #b3261e; --error-tint: #fdf0ee; --warn: #8a4b00; --warn-tint: #fdf3e1; --ok: #1b7340; --ok-tint: #eaf5ee; --focus: #2a2fd6; }
*, *::before, *::after { box-sizing: border-box; }
html { font: 118.75%/1.5 "Source Sans 3", "Segoe UI", Roboto, Helvetica, Arial, sans-serif; color: var(--ink); background: #fff; -webkit-text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: break-word; font-variant-numeric: tabular-nums; hyphens: auto; }
h1, h2, h3, p, ul, dl, dd, fieldset, legend { margin: 0; padding: 0; border: 0; }
h1 { font-size: 1.75rem; line-height: 1.15; font-weight: 640; text-wrap: balance; }
h2 { font-size: 1.25rem; line-height: 1.25; font-weight: 640; }
a { color: var(--brand); text-underline-offset: .18em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: 1rem; top: -6rem; padding: .75rem 1rem; background: #fff; font-weight: 640; }
.skip:focus { top: .5rem; }
.top { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; justify-content: space-between; min-height: 3.25rem; padding: .25rem 1rem; background: var(--brand-deep); color: var(--on-brand); }
.top a { color: inherit; display: inline-flex; align-items: center; min-height: 2.75rem; }
.top :focus-visible { outline-color: var(--accent); }
.logo { display: flex; gap: .5rem; align-items: center; font-size: 1.25rem; font-weight: 660; }
.logo svg { width: 1.75rem; height: 1.75rem; fill: none; stroke: currentColor; stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
.logo .end { fill: var(--accent); stroke: none; }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
main > * + * { margin-top: 1rem; }
.lead { font-size: 1.125rem; color: var(--ink-2); }
.part { margin-top: 2rem; padding-top: .75rem; border-top: 2px solid var(--ink); }
.part > * + * { margin-top: .75rem; }
.mute, .hint { color: var(--ink-2); }
.nowrap { white-space: nowrap; }
summary { padding: .5rem 0; min-height: 2.75rem; color: var(--brand); font-weight: 600; cursor: pointer; }
dl { border-top: 1px solid var(--line); }
dl > div { padding: .5rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--ink-2); font-size: .9rem; }
dt::first-letter { text-transform: uppercase; }
dd + dd { margin-top: .25rem; }
.say { border-left: 4px solid var(--accent); padding-left: 1rem; }
.note, .done, .missed { border-left: 4px solid var(--brand); background: var(--brand-tint); padding: .75rem 1rem; }
.done { border-color: var(--ok); background: var(--ok-tint); }
.missed { border-color: var(--warn); background: var(--warn-tint); padding: .5rem .75rem; margin-top: .5rem; }
.error-summary { border: 2px solid var(--error); border-left-width: 6px; padding: .75rem 1rem; }
.error-summary a, .error { color: var(--error); font-weight: 640; }
.error-summary ul { padding-left: 1.25rem; }
.wrong { border-left: 4px solid var(--error); padding-left: .75rem; }
.btn { display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem; min-width: 2.75rem; padding: .5rem 1.25rem; border: 1px solid var(--edge); border-radius: 4px; background: #fff; color: var(--brand); font: inherit; font-weight: 640; text-decoration: none; cursor: pointer; }
.btn.main { background: var(--brand); border-color: var(--brand); color: var(--on-brand); }
.btn:hover { background: var(--brand-tint); } .btn.main:hover { background: var(--brand-deep); }
.btn.bare { background: none; border-color: transparent; color: inherit; font-weight: 400; text-decoration: underline; text-underline-offset: .18em; padding-inline: .5rem; margin-inline: -.5rem; } .btn.bare:hover { background: var(--brand); }
.choices { display: grid; gap: .5rem; margin-top: .5rem; }
.choices > * { min-width: 0; }
legend { max-width: 100%; overflow-wrap: anywhere; }
.choices.side { grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); }
.choice { display: flex; gap: .75rem; align-items: center; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid var(--edge); border-radius: 4px; cursor: pointer; }
.choice > span { min-width: 0; overflow-wrap: anywhere; }
.choice input { width: 1.25rem; height: 1.25rem; margin: 0; flex: none; accent-color: var(--brand); }
.choice:has(:checked) { background: var(--brand-tint); border: 2px solid var(--brand); font-weight: 640; }
.choice:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 2px; }
legend, .label { font-weight: 640; }
form > * + * { margin-top: 1rem; }
legend .hint { font-weight: 400; }
fieldset { min-width: 0; }
textarea { display: block; width: 100%; min-height: 7rem; margin-top: .25rem; padding: .5rem .75rem; font: inherit; color: inherit; border: 1px solid var(--edge); border-radius: 4px; }
.people > li { padding: .75rem 0; border-bottom: 1px solid var(--line); }
ul.people { list-style: none; }
ul.plain { padding-left: 1.25rem; }
.foot { max-width: 40rem; margin: 0 auto; padding: 1rem; border-top: 1px solid var(--line); color: var(--ink-2); font-size: .9rem; }
.sheet { max-width: none; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; }
caption { text-align: left; color: var(--ink-2); padding-bottom: .5rem; }
th, td { border: 1px solid var(--edge); padding: .25rem .375rem; text-align: left; height: 2rem; }
thead th { vertical-align: bottom; font-weight: 640; }
td.box { min-width: 1.75rem; text-align: center; }
.input { display: block; width: 9rem; min-height: 2.75rem; margin-top: .25rem; padding: .25rem .75rem; font: inherit; color: inherit; border: 1px solid var(--edge); border-radius: 4px; }
.person { font-family: var(--font-plan); hyphens: manual; }
.paper > * + *, .paper .part > * + *, .paper li p + p { margin-top: .5rem; }
.paper > header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; }
.paper > header > * { min-width: 0; overflow-wrap: anywhere; }
.paper .part { margin-top: 1.5rem; }
.paper .say { font-size: 1.35rem; line-height: 1.35; text-wrap: balance; }
.paper.professional .say { font-size: 1rem; }
.steps { list-style: none; margin: 0; padding: 0; }
.steps > li { display: grid; grid-template-columns: 3rem minmax(0, 1fr); gap: 0 1rem; padding: .75rem 0; break-inside: avoid; }
.steps > li + li { border-top: 1px solid var(--line); }
.steps.large > li { grid-template-columns: 4.5rem minmax(0, 1fr); align-items: center; }
.paper .steps p + p { margin-top: 0; }
.steps h3 { font-size: 1.0625rem; line-height: 1.3; }
.pict { width: 100%; fill: none; stroke: var(--brand-deep); stroke-width: 2.5; stroke-linecap: round; stroke-linejoin: round; }
.paper table { font-size: 1rem; }
.paper.person th, .paper.person td { border-width: 0 0 1px; height: 2.75rem; font-weight: 400; padding: .25rem .75rem .25rem 0; }
.paper.person thead th { color: var(--ink-2); font-size: .9rem; height: auto; }
.paper.person caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
.room { height: 2.5rem; border-bottom: 1px solid var(--edge); }
.code { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: center; }
.code svg { width: 7.5rem; height: 7.5rem; }
.code .mark { font-size: 1.5rem; font-weight: 640; letter-spacing: .06em; white-space: nowrap; }
@media (forced-colors: active) { .pict { stroke: CanvasText; } .choice:has(:checked) { outline: 2px solid Highlight; } }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  @page upright { size: A4 portrait; margin: 16mm 18mm; }
  .upright { page: upright; max-width: none; }
  .person { font-size: 14pt; } .professional { font-size: 11pt; } .part { break-inside: avoid; margin-top: 5mm; }
  .skip, .top, .foot, .btn, .no-print { display: none !important; }
  html { font-size: 11pt; } a { color: inherit; text-decoration: none; } main { padding: 0; } .scroll { overflow: visible; } tr { break-inside: avoid; }
}
`
