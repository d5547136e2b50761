/** How a page says things: its texts, and instants and amounts in the reader's language. */
export interface Language {
  text(key: string, ...figures: (string | number)[]): string
  instant(iso: string): string
  /** @param value a decimal as the service sends it */
  amount(value: string, currency: string): string
  /** The same without its currency. */
  number(value: string, currency: string): string
  /** @param value a decimal as the service sends it, or a number */
  quantity(value: string | number, unit: string | null): string
}
