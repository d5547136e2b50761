sap.ui.define(['sap/fe/core/AppComponent'], AppComponent => AppComponent.extend('acme.wards.Component', { metadata: { manifest: 'json' } }))
