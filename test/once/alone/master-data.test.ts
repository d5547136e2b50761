import { startAlone } from '../../setup/alone'

startAlone('master-data')
