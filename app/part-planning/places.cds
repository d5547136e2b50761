using { aftersales.SparePartsService } from '../../srv/spare-parts';

// Where parts lie, whose van it is, and how long it takes from there.

annotate SparePartsService.StockPlaces with @(
  cds.search: { plant, storageLocation, name, technician.name },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: true,
  UI.HeaderInfo: { TypeName: '{i18n>stockPlace}', TypeNamePlural: '{i18n>StockPlaces}', Title: { Value: name }, Description: { Value: storageLocation } },
  UI.LineItem: [
    { Value: plant,           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8%' } },
    { Value: storageLocation, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { Value: name,            @UI.Importance: #High,   @HTML5.CssDefaults: { width: '24%' } },
    { Value: kind_code,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: technician_ID,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '16%' } },
    { Value: deliveryHours,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } },
    { Value: isActive,        @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } }
  ],
  UI.SelectionPresentationVariant #places: {
    Text: '{i18n>StockPlaces}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: plant }, { Property: storageLocation }], Visualizations: ['@UI.LineItem'] }
  },
  UI.Facets: [{ $Type: 'UI.ReferenceFacet', ID: 'general', Label: '{i18n>stockPlace}', Target: '@UI.FieldGroup#general' }],
  UI.FieldGroup #general: { Data: [
    { Value: plant }, { Value: storageLocation }, { Value: name }, { Value: kind_code }, { Value: technician_ID }, { Value: deliveryHours },
    { Value: latitude }, { Value: longitude }, { Value: isActive }
  ] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
) {
  storageLocation @Common.Text: null;
  kind       @Common.ValueListWithFixedValues;
  technician @Common.ValueList: {
    CollectionPath: 'Technicians', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: technician_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};
