import { startAlone } from '../../setup/alone'

startAlone('host-erp')
