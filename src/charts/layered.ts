// A layered drawing of steps: one row for each distance from the beginning, lines that go round what is between. Plain data, no library.

export type LayeredStep = { readonly id: string; readonly rank: number }
export type LayeredLine = { readonly from: string; readonly to: string }
export type LayeredSizes = { readonly width: number; readonly height: number; readonly across: number; readonly down: number }

export type PlacedStep = { readonly id: string; readonly x: number; readonly y: number }
export type PlacedLine = LayeredLine & { readonly path: string; readonly back: boolean }
export type Layered = {
  readonly width: number
  readonly height: number
  readonly steps: readonly PlacedStep[]
  readonly lines: readonly PlacedLine[]
}

/** A step, or the place in a row that a line passes. */
type Spot = { readonly id: string; readonly step: boolean; x: number }
type Chain = { readonly line: LayeredLine; readonly spots: readonly string[]; readonly back: boolean }

const laneWidth = 22
const sweeps = 12
const margin = 14

/** Lines between neighbours in a row go straight across, those to one further on below the row; all others from row to row. */
export function layered(steps: readonly LayeredStep[], lines: readonly LayeredLine[], sizes: LayeredSizes): Layered {
  // A distance at which there is no step gets no row.
  const ranks = [...new Set(steps.map(({ rank }) => rank))].sort((a, b) => a - b)
  const rankOf = new Map(steps.map(({ id, rank }) => [id, ranks.indexOf(rank)]))
  const rows: Spot[][] = ranks.map(() => [])
  for (const { id } of steps) rows[rankOf.get(id)!]!.push({ id, step: true, x: 0 })
  const chains = lines.map((line, index) => chainOf(line, index, rankOf, rows))
  untangle(rows, chains)
  for (const row of rows) spread(row, sizes)
  const spots = new Map(rows.flatMap((row, rank) => row.map((spot) => [spot.id, { ...spot, rank }] as const)))
  const left = Math.min(...[...spots.values()].map(({ x, step }) => x - (step ? sizes.width : laneWidth) / 2)) - margin
  const right = Math.max(...[...spots.values()].map(({ x, step }) => x + (step ? sizes.width : laneWidth) / 2)) + margin
  const at = (id: string): Point & { readonly step: boolean } => {
    const { x, rank, step } = spots.get(id)!
    return { x: x - left, y: margin + rank * (sizes.height + sizes.down), step }
  }
  const ports = portsOf(chains, (id) => at(id).x, sizes.width)
  return {
    width: right - left,
    height: 2 * margin + rows.length * sizes.height + (rows.length - 1) * sizes.down,
    steps: steps.map(({ id }) => ({ id, x: at(id).x, y: at(id).y })),
    lines: chains.map((chain) => ({ ...chain.line, back: chain.back, path: pathOf(chain, at, ports, sizes) })),
  }
}

function chainOf(line: LayeredLine, index: number, rankOf: ReadonlyMap<string, number>, rows: Spot[][]): Chain {
  const [from, to] = [rankOf.get(line.from)!, rankOf.get(line.to)!]
  const between = Array.from({ length: Math.max(0, Math.abs(to - from) - 1) }, (_, step) => Math.min(from, to) + 1 + step)
  const passed = between.map((rank) => {
    const id = `line ${index} row ${rank}`
    rows[rank]!.push({ id, step: false, x: 0 })
    return id
  })
  const down = from <= to
  return { line, spots: down ? [line.from, ...passed, line.to] : [line.from, ...passed.toReversed(), line.to], back: !down }
}

/** Each spot moves to the middle of its neighbours in the row above, then of those below, and so on. */
function untangle(rows: Spot[][], chains: readonly Chain[]): void {
  const neighbours = new Map<string, string[]>()
  for (const { spots } of chains)
    for (const [index, id] of spots.entries())
      neighbours.set(id, [
        ...(neighbours.get(id) ?? []),
        ...[spots[index - 1], spots[index + 1]].filter((one) => one !== undefined),
      ])
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const places = new Map(rows.flatMap((row) => row.map(({ id }, index) => [id, (index + 0.5) / row.length] as const)))
    const order = sweep % 2 === 0 ? rows.keys().toArray() : rows.keys().toArray().reverse()
    for (const rank of order) {
      const beside = rows[rank + (sweep % 2 === 0 ? -1 : 1)]
      if (beside === undefined) continue
      const known = new Set(beside.map(({ id }) => id))
      const middle = ({ id }: Spot): number => {
        const near = (neighbours.get(id) ?? []).filter((one) => known.has(one)).map((one) => places.get(one)!)
        return near.length === 0 ? places.get(id)! : near.reduce((sum, place) => sum + place, 0) / near.length
      }
      const placed = rows[rank]!.map((spot) => ({ spot, at: middle(spot) })).sort((a, b) => a.at - b.at)
      rows[rank] = placed.map(({ spot }) => spot)
      for (const [index, { id }] of rows[rank].entries()) places.set(id, (index + 0.5) / rows[rank].length)
    }
  }
}

/** Side by side around the middle. */
function spread(row: Spot[], { width, across }: LayeredSizes): void {
  const widths = row.map(({ step }) => (step ? width : laneWidth))
  const whole = widths.reduce((sum, one) => sum + one, 0) + across * Math.max(0, row.length - 1)
  let x = -whole / 2
  for (const [index, spot] of row.entries()) {
    spot.x = x + widths[index]! / 2
    x += widths[index]! + across
  }
}

type Point = { readonly x: number; readonly y: number }
type Ports = ReadonlyMap<string, number>
const portName = (line: LayeredLine, end: 'from' | 'to'): string => `${line.from} ${line.to} ${end}`

/** Where lines leave and reach a step: beside each other, in the order of where they go. */
function portsOf(chains: readonly Chain[], xOf: (id: string) => number, width: number): Ports {
  const sides = new Map<string, { readonly name: string; readonly towards: number }[]>()
  const add = (side: string, name: string, towards: number) => sides.set(side, [...(sides.get(side) ?? []), { name, towards }])
  for (const { line, spots, back } of chains) {
    add(`${line.from} ${back ? 'top' : 'bottom'}`, portName(line, 'from'), xOf(spots[1]!))
    add(`${line.to} ${back ? 'bottom' : 'top'}`, portName(line, 'to'), xOf(spots.at(-2)!))
  }
  const step = (count: number) => Math.min(28, (width - 32) / count)
  return new Map(
    [...sides.values()].flatMap((side) =>
      side
        .toSorted((a, b) => a.towards - b.towards)
        .map(({ name }, index) => [name, (index - (side.length - 1) / 2) * step(side.length)] as const),
    ),
  )
}

function pathOf(
  { line, spots, back }: Chain,
  at: (id: string) => Point,
  ports: Ports,
  { width, height, down }: LayeredSizes,
): string {
  const [from, to] = [at(line.from), at(line.to)]
  if (from.y === to.y) {
    const side = from.x < to.x ? 1 : -1
    if (Math.abs(to.x - from.x) > 1.5 * width) {
      const [leave, reach, below] = [from.x + (side * width) / 3, to.x - (side * width) / 3, from.y + height]
      return `M${leave} ${below}C${leave} ${below + down * 0.6} ${reach} ${below + down * 0.6} ${reach} ${below}`
    }
    return `M${from.x + (side * width) / 2} ${from.y + height / 2}H${to.x - (side * width) / 2}`
  }
  const round = (value: number) => Math.round(value * 10) / 10
  const start = { x: from.x + ports.get(portName(line, 'from'))!, y: back ? from.y : from.y + height }
  const end = { x: to.x + ports.get(portName(line, 'to'))!, y: back ? to.y + height : to.y }
  const between = spots.slice(1, -1).flatMap((id) => {
    const { x, y } = at(id)
    const [first, second] = back ? [y + height, y] : [y, y + height]
    return [
      { x, y: first },
      { x, y: second },
    ]
  })
  const points = [start, ...between, end]
  const bend = (back ? -1 : 1) * down * 0.5
  const pieces = points.slice(1).map((point, index) => {
    const before = points[index]!
    if (before.x === point.x) return `V${round(point.y)}`
    return `C${round(before.x)} ${round(before.y + bend)} ${round(point.x)} ${round(point.y - bend)} ${round(point.x)} ${round(point.y)}`
  })
  return `M${round(start.x)} ${round(start.y)}${pieces.join('')}`
}
