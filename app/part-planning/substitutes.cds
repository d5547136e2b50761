using { aftersales.SparePartsService } from '../../srv/spare-parts';

// Which part can take the place of which: read from the host, and what people know.

annotate SparePartsService.Substitutes with @(
  cds.search: { part.number, part.name, substitute.number, substitute.name, model },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.HeaderInfo: { TypeName: '{i18n>substitute}', TypeNamePlural: '{i18n>Substitutes}', Title: { Value: part.name }, Description: { Value: substitute.name } },
  UI.LineItem: [
    { Value: part_ID,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '25%' } },
    { Value: substitute_ID, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '25%' } },
    { Value: kind_code,     @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: priority,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } },
    { Value: model,         @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9%' } },
    { Value: validTo,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: priority }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #substitutes: {
    Text: '{i18n>Substitutes}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
  },
  UI.Facets: [{ $Type: 'UI.ReferenceFacet', ID: 'general', Label: '{i18n>substitute}', Target: '@UI.FieldGroup#general' }],
  UI.FieldGroup #general: { Data: [
    { Value: part_ID }, { Value: substitute_ID }, { Value: kind_code }, { Value: priority }, { Value: model }, { Value: validFrom }, { Value: validTo }, { Value: comment }
  ] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
) {
  kind @Common.ValueListWithFixedValues;
  part @Common.ValueList: {
    CollectionPath: 'Parts', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: part_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
  substitute @Common.ValueList: {
    CollectionPath: 'Parts', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: substitute_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};
