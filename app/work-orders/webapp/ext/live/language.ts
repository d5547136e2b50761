/** How a page says things: its texts, and instants in the reader's language. */
export interface Language {
  text(key: string, ...figures: (string | number)[]): string
  instant(iso: string): string
}
