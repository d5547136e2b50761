import { startAlone } from '../../setup/alone'

startAlone('data-privacy')
