using { aftersales.SparePartsService } from '../../srv/spare-parts';

// Which parts a fault of a model usually takes: learnt, or set by hand.

annotate SparePartsService.UsualParts with @(
  cds.search: { model, part.number, part.name },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.HeaderInfo: { TypeName: '{i18n>partPlanning.usualPart}', TypeNamePlural: '{i18n>UsualParts}', Title: { Value: part.name }, Description: { Value: model } },
  UI.LineItem: [
    { Value: model,              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { Value: faultCategory_code, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15%' } },
    { Value: part_ID,            @UI.Importance: #High,   @HTML5.CssDefaults: { width: '24%' } },
    { Value: quantity,           @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9%' } },
    { Value: share,              @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: repairsWithPart,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } },
    { Value: repairs,            @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } },
    { Value: isManual,           @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } }
  ],
  UI.SelectionPresentationVariant #usual: {
    Text: '{i18n>UsualParts}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: model }, { Property: share, Descending: true }], Visualizations: ['@UI.LineItem'] }
  },
  UI.Facets: [{ $Type: 'UI.ReferenceFacet', ID: 'general', Label: '{i18n>partPlanning.usualPart}', Target: '@UI.FieldGroup#general' }],
  UI.FieldGroup #general: { Data: [
    { Value: model }, { Value: faultCategory_code }, { Value: part_ID }, { Value: quantity }, { Value: share }, { Value: repairsWithPart }, { Value: repairs }, { Value: isManual }
  ] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
) {
  faultCategory @Common.ValueListWithFixedValues;
  part @Common.ValueList: {
    CollectionPath: 'Parts', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: part_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};
