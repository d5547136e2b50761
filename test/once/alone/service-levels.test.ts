import { startAlone } from '../../setup/alone'

startAlone('service-levels')
