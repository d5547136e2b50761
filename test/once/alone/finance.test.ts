import { startAlone } from '../../setup/alone'

startAlone('finance')
