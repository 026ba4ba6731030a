// The thirteen drawings of the design: always beside a word, never instead of one.
const shapes = {
  search: 'M15.5 15.5 21 21M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  phone: 'M5 4h4l1.8 5-2.4 1.7a12 12 0 0 0 5 5L15 13.3l5 1.8V19a1.5 1.5 0 0 1-1.6 1.5A16 16 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4z',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  tick: 'M4.5 12.5 10 18 20 6.5',
  flag: 'M5 21V4h13l-3 4.5 3 4.5H5',
  warn: 'M12 4 2.5 20h19L12 4zM12 10v5M12 17.5v.5',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  play: 'M8 5v14l11-7z',
  cross: 'M6 6l12 12M18 6 6 18',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5a6.5 6.5 0 0 1 3.5 5.5',
} as const

export type IconName = keyof typeof shapes

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={shapes[name]} />
  </svg>
)
