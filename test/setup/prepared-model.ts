import { usePreparedModel } from './prepared'

/** Preloaded into a command of the product that a test runs (`--import`): what it does is the same, without compiling the model once more. */
usePreparedModel()
