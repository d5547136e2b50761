/* global document, location, URLSearchParams */
// The company's pages and those of after-sales service side by side: the module's lie at `/<component id>/`.
sap.ui.define(['sap/base/i18n/ResourceBundle', 'sap/ui/core/ComponentContainer'], async (ResourceBundle, ComponentContainer) => {
  const name = new URLSearchParams(location.search).get('page') ?? 'acme.wards'
  const url = name.startsWith('aftersales.') ? `/${name}` : undefined
  new ComponentContainer({ name, url, manifest: true, async: true, height: '100%', settings: { id: 'app' } }).placeAt('page')
  const texts = await ResourceBundle.create({ url: 'i18n/start.properties', supportedLocales: ['', 'zh_CN'], fallbackLocale: '', async: true })
  for (const link of document.querySelectorAll('nav a')) link.textContent = texts.getText(link.id)
})
