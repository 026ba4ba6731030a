// A small line through a few values over time: plain numbers in, a path out. Beside it stands the table that says the same.

export type SparkPoint = { readonly at: number; readonly value: number }
export type Sparkline = { readonly path: string; readonly dots: readonly { readonly x: number; readonly y: number }[] }

/** Time runs to the right and more is higher; `edge` is kept free on every side. With one moment, or one value, the line lies in the middle. */
export function sparkline(points: readonly SparkPoint[], width: number, height: number, edge: number): Sparkline {
  const across = scale(
    points.map(({ at }) => at),
    width - 2 * edge,
  )
  const up = scale(
    points.map(({ value }) => value),
    height - 2 * edge,
  )
  const dots = points.map(({ at, value }) => ({ x: round(edge + across(at)), y: round(height - edge - up(value)) }))
  return { path: dots.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(''), dots }
}

function scale(values: readonly number[], length: number): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return (value) => (most === least ? length / 2 : ((value - least) / (most - least)) * length)
}

const round = (value: number): number => Math.round(value * 10) / 10
