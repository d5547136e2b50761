/** A part, and what is known of it at a place; quantities are decimals as the service sends them. */
export interface Part { ID: string; number: string; name: string; baseUnit: string | null }

export interface Stock {
  part_ID: string
  plant: string
  storageLocation: string
  placeName: string | null
  technicianName: string | null
  unrestricted: string
  blocked: string
  reserved: string
  claimed: string
  available: string
  inTransit: string | null
  onOrder: string
  onOrderDate: string | null
  expectedAt: string | null
  readAt: string | null
}

/** How a page says figures. */
export interface Words {
  text(key: string, ...figures: (string | number)[]): string
  quantity(value: string | number): string
  /** How long ago something was. */
  age(iso: string): string
}

export interface Cell {
  key: string
  text: string
  title: string
  /** Shares of the bar in percent of the most that lies at any place. */
  free: number
  held: number
  reserved: number
  isShort: boolean
}

export interface MatrixRow { part: Part; age: string; cells: (Cell | null)[] }
export interface MatrixTable { caption: string; ageTitle: string; places: { name: string; code: string }[]; rows: MatrixRow[] }

export const keyOf = ({ part_ID, plant, storageLocation }: Pick<Stock, 'part_ID' | 'plant' | 'storageLocation'>): string => [part_ID, plant, storageLocation].join(' ')

/** Parts down, places across; places where nothing lies, is held or comes are left out. */
export function matrixOf(parts: Part[], stocks: Stock[], words: Words): MatrixTable {
  const told = stocks.filter(isTold)
  const places = [...new Map(told.map(stock => [placeOf(stock), stock])).entries()].sort(([a], [b]) => a.localeCompare(b))
  const known = new Map(stocks.map(stock => [keyOf(stock), stock]))
  return {
    caption: words.text('part'), ageTitle: words.text('age'), places: places.map(([code, { placeName }]) => ({ code, name: placeName ?? code })),
    rows: parts.map(part => {
      const own = stocks.filter(({ part_ID }) => part_ID === part.ID)
      const most = Math.max(1, ...own.map(({ unrestricted, claimed, reserved }) => Math.max(Number(unrestricted), Number(claimed) + Number(reserved))))
      const oldest = own.map(({ readAt }) => readAt).filter(Boolean).sort()[0]
      return {
        part, age: oldest ? words.age(oldest) : words.text('never'),
        cells: places.map(([, place]) => {
          const stock = known.get(keyOf({ ...place, part_ID: part.ID }))
          return stock && isTold(stock) ? cellOf(stock, part, most, words) : null
        })
      }
    })
  }
}

const isTold = ({ unrestricted, reserved, claimed, onOrder, blocked }: Stock) => [unrestricted, reserved, claimed, onOrder, blocked].some(figure => Number(figure) !== 0)
const placeOf = ({ plant, storageLocation }: Stock) => `${plant} ${storageLocation}`
const share = (figure: number, most: number) => Math.round((Math.max(0, figure) / most) * 1000) / 10

function cellOf(stock: Stock, part: Part, most: number, { text, quantity }: Words): Cell {
  const { placeName, available, claimed, reserved } = stock
  return {
    key: keyOf(stock), text: quantity(available), isShort: Number(available) <= 0,
    title: text('cell', part.name, placeName ?? placeOf(stock), quantity(available), quantity(claimed), quantity(reserved)),
    free: share(Number(available), most), held: share(Number(claimed), most), reserved: share(Number(reserved), most)
  }
}
