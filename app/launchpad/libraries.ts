/** The SAPUI5 release that the shell runs on: the long-term maintenance line whose Fiori elements packages are complete on npm. */
export const UI5_VERSION = '1.136.20'

/** The one theme that is built. Every further theme adds about ten seconds to the build. */
export const THEME = 'sap_horizon'

/** Languages that pages come in, '' standing for untranslated texts. The texts of these travel inside the bundles. */
export const LANGUAGES = ['', 'en', 'zh_CN']

/** What pages may use; everything these depend on comes along. */
export const WANTED_LIBRARIES = [
  'sap.ushell', 'sap.fe.templates', 'sap.ui.integration', 'sap.ui.export', 'sap.ui.vbm',
  'sap.suite.ui.commons', 'sap.suite.ui.microchart', 'sap.viz', 'sap.chart', `themelib_${THEME}`
]

/** Dependencies that no page of ours reaches: declared by others for features that stay unused (3D viewer, rich text, search). */
export const SKIPPED_LIBRARIES = [
  'sap.ui.richtexteditor', 'sap.ui.vk', 'sap.esh.search.ui', 'sap.ui.commons', 'sap.ui.ux3', 'sap.ui.codeeditor', 'sap.collaboration', 'sap.ui.generic.app'
]

/**
 * Folders that stay out of a library's bundle, because hardly any page needs them and they are large.
 * They are still served, as single files, when a page asks.
 */
export const UNBUNDLED_FOLDERS: Record<string, RegExp> = {
  'sap.ui.core': /^sap\/ui\/(core\/(cldr|support|plugin|rules|tmpl|util\/serializer)|debug|qunit|test|thirdparty)\//,
  'sap.ui.integration': /\/(thirdparty|editor|designtime|customElements)\//,
  'sap.ui.vbm': /\/(adapter3d|thirdparty)\//,
  'sap.viz': /\/libs\//,
  'sap.ushell': /^sap\/ushell\/(thirdparty|gen|appRuntime|plugins\/rta|utils\/workpage|components\/(workPage|contentFinder|cepsearchresult|factsheet|homeApp|visualizationOrganizer|tiles\/indicator))/
}

/** Single modules from those folders that the core's own start or nearly every page loads. */
export const BUNDLED_ANYWAY = /^sap\/ui\/core\/support\/Hotkeys\.js$|^sap\/ui\/test\/RecorderHotkeyListener\.js$|^sap\/ui\/thirdparty\/(jquery|jquery-compat|jquery-mobile-custom|URI|URITemplate|IPv6|punycode|SecondLevelDomains|hasher|signals|crossroads|caja-html-sanitizer|datajs|jqueryui\/jquery-ui-(core|datepicker|position))\.js$/

/** Bundles that UI5 asks for although another one has their content already: served empty. */
export const EMPTY_BUNDLES = ['sap/ui/core/library-preload.js', 'sap/ushell/preload-bundles/homepage-af-dep.js']
