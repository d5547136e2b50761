import { startAlone } from '../../setup/alone'

startAlone('quality')
