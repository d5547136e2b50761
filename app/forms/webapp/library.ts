import Lib from 'sap/ui/core/Lib'
import 'sap/m/library'

/** Dialogs that the apps share. */
export default Lib.init({ apiVersion: 2, name: 'aftersales.forms', version: '0.1.0', dependencies: ['sap.ui.core', 'sap.m'], noLibraryCSS: true } as never)
