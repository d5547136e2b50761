import { TestEnvironment } from 'jest-environment-node'

/** A failed browser test leaves a picture of each page as it stood at that moment, before any hook closes it. */
export default class PageEnvironment extends TestEnvironment {
  async handleTestEvent(event: { name: string; test?: { name: string } }): Promise<void> {
    if (event.name !== 'test_fn_failure') return
    const { keepPictures } = this.global as unknown as { keepPictures?: (name: string) => Promise<void> }
    await keepPictures?.(event.test!.name)
  }
}
