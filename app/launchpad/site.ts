import path from 'node:path'
import { readTexts, translate, type App, type Inbound } from './apps'

/** What the shell itself runs on, beside the core. */
export const SHELL_LIBRARIES = ['sap.m', 'sap.f', 'sap.ushell', 'sap.ui.fl', 'sap.ui.layout']

/** Loaded beside every Fiori elements app from the start: it asks for each of them, but one after the other. */
export const FIORI_ELEMENTS = [
  'sap.fe.templates', 'sap.fe.core', 'sap.fe.macros', 'sap.fe.base', 'sap.fe.controls', 'sap.fe.navigation', 'sap.fe.placeholder',
  'sap.ui.mdc', 'sap.uxap', 'sap.ui.unified', 'sap.ui.table', 'sap.suite.ui.commons', 'sap.suite.ui.microchart'
]

interface Target { app: App, key: string, inbound: Inbound }

/**
 * The configuration of SAP's launchpad shell (`window['sap-ushell-config']`): one page with one tile for each
 * navigation target that an app's manifest declares.
 */
export function shellConfiguration(apps: App[], language: string): object {
  const texts = { ...readTexts(path.join(__dirname, 'i18n/launchpad.properties')), ...readTexts(path.join(__dirname, `i18n/launchpad_${language}.properties`)) }
  return {
    defaultRenderer: 'fiori2',
    ushell: { spaces: { enabled: true, homeNavigationTarget: undefined }, home: { tilesWrappingType: 'Hyphenated' } },
    renderers: { fiori2: { componentData: { config: {
      enablePersonalization: false, enableSearch: false, enableAbout: true, enableSetTheme: false, enableAccessibility: true, enableHelp: false,
      enableRecentActivity: false, enableRecentActivityLogging: false, enableUserDefaultParameters: false, preloadLibrariesForRootIntent: false,
      rootIntent: 'Shell-home', sizeBehaviorConfigurable: true
    } } } },
    services: { ...localServices(), CommonDataModel: { adapter: { config: { ignoreSiteDataPersonalization: true, siteData: site(apps, language, texts) } } } }
  }
}

/** The shell asks a server for these by default; here they live in the browser. */
function localServices(): object {
  const local = (name: string) => ({ adapter: { module: `sap.ushell.adapters.local.${name}Adapter` } })
  const resolution = { allowTestUrlComponentConfig: false, enableClientSideTargetResolution: true }
  return {
    AppState: { ...local('AppState'), config: { transient: true } },
    Container: { adapter: { config: { userProfile: { metadata: { editablePropterties: ['contentDensity'] } } } } },
    LaunchPage: { adapter: { module: 'sap.ushell.adapters.cdm.v3.FlpLaunchPageAdapter' } },
    NavTargetResolution: { ...local('NavTargetResolution'), config: resolution },
    NavTargetResolutionInternal: { ...local('NavTargetResolutionInternal'), config: resolution },
    NavigationDataProvider: { adapter: { module: 'sap.ushell.adapters.cdm.ClientSideTargetResolutionAdapter' } },
    Personalization: local('Personalization'),
    PersonalizationV2: local('PersonalizationV2'),
    Search: local('Search'),
    SupportTicket: { ...local('SupportTicket'), config: { enabled: false } },
    Ui5ComponentLoader: { config: { loadDefaultDependencies: false } },
    UserDefaultParameterPersistence: local('UserDefaultParameterPersistence'),
    UserInfo: local('UserInfo'),
    VisualizationDataProvider: { adapter: { module: 'sap.ushell.adapters.cdm.v3.FlpLaunchPageAdapter' } }
  }
}

/** The launchpad's content, in SAP's Common Data Model 3.1. */
function site(apps: App[], language: string, texts: Record<string, string>): object {
  const targets = apps.flatMap(app => Object.entries(app.manifest['sap.app'].crossNavigation?.inbounds ?? {})
    .map(([key, inbound]) => ({ app, key, inbound })))
  const tile = (target: Target) => `${target.app.id}-${target.key}`
  return {
    _version: '3.1.0',
    site: { identification: { id: 'after-sales', namespace: '', title: texts.title, description: '' }, payload: { groupsOrder: [], config: {} } },
    catalogs: {},
    systemAliases: {},
    applications: Object.fromEntries(apps.map(app => [app.id, application(app, language)])),
    visualizations: Object.fromEntries(targets.map(target => [tile(target), visualization(target, language)])),
    pages: { home: { identification: { id: 'home', title: texts.title }, payload: {
      layout: { sectionOrder: ['apps'] },
      sections: { apps: {
        id: 'apps', title: texts.apps, layout: { vizOrder: targets.map(tile) },
        viz: Object.fromEntries(targets.map(target => [tile(target), { id: tile(target), vizId: tile(target) }]))
      } }
    } } },
    menus: { main: { identification: { id: 'main' }, payload: { menuEntries: [{
      id: 'home', title: texts.title, description: '', type: 'IBN', 'help-id': 'home',
      target: { semanticObject: 'Launchpad', action: 'openFLPPage', parameters: [{ name: 'pageId', value: 'home' }, { name: 'spaceId', value: 'home' }] }
    }] } } }
  }
}

function application(app: App, language: string): object {
  const descriptor = app.manifest['sap.app']
  return {
    'sap.app': {
      id: app.id, title: translate(app, descriptor.title, language), subTitle: translate(app, descriptor.subTitle, language),
      applicationVersion: { version: '1.0.0' }, crossNavigation: descriptor.crossNavigation
    },
    'sap.flp': { type: 'application' },
    'sap.ui': { technology: 'UI5', icons: app.manifest['sap.ui']?.icons ?? {}, deviceTypes: { desktop: true, tablet: true, phone: true } },
    'sap.ui5': { componentName: app.id },
    'sap.platform.runtime': { componentProperties: { url: `/${app.id}`, manifest: `/${app.id}/manifest.json`, asyncHints: { libs: libraries(app).map(name => ({ name })) } } }
  }
}

function libraries(app: App): string[] {
  const own = Object.keys(app.manifest['sap.ui5']?.dependencies?.libs ?? {})
  return own.some(name => name.startsWith('sap.fe.')) ? [...new Set([...own, ...FIORI_ELEMENTS])] : own
}

function visualization({ app, key, inbound }: Target, language: string): object {
  const count = inbound.indicatorDataSource
  const service = count && app.manifest['sap.app'].dataSources?.[count.dataSource]?.uri
  return {
    vizType: count ? 'sap.ushell.DynamicAppLauncher' : 'sap.ushell.StaticAppLauncher',
    businessApp: app.id,
    vizConfig: {
      'sap.app': {
        title: translate(app, inbound.title ?? app.manifest['sap.app'].title, language),
        subTitle: translate(app, inbound.subTitle ?? app.manifest['sap.app'].subTitle, language)
      },
      'sap.ui': { icons: { icon: inbound.icon ?? app.manifest['sap.ui']?.icons?.icon } },
      'sap.flp': {
        target: { appId: app.id, inboundId: key, parameters: {} },
        ...count ? { indicatorDataSource: { path: `${service}${count.path}`, refresh: count.refresh ?? 60 } } : {}
      }
    }
  }
}
