import { prepare } from './prepared'

export default prepare
