using { aftersales.SparePartsService } from '../../srv/spare-parts';

// The page of a part in a van: how much there is and should be, counts and proposals.

annotate SparePartsService.VanStocks with @(
  UI.HeaderInfo: { TypeName: '{i18n>vanStock.stock}', TypeNamePlural: '{i18n>vanStock.vans}', Title: { Value: part.name }, Description: { Value: technicianName } },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headFree', Target: '@UI.DataPoint#free' },
    { $Type: 'UI.ReferenceFacet', ID: 'headLimits', Label: '{i18n>vanStock.limits}', Target: '@UI.FieldGroup#limits' }
  ],
  UI.DataPoint #free: { Title: '{i18n>onVan}', Value: onHand, Criticality: fillCriticality },
  UI.FieldGroup #limits: { Data: [{ Value: minimum }, { Value: maximum }] },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'content', Label: '{i18n>vanStock.content}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'wanted', Label: '{i18n>vanStock.wanted}', Target: '@UI.FieldGroup#wanted' },
      { $Type: 'UI.ReferenceFacet', ID: 'there',  Label: '{i18n>vanStock.there}',  Target: '@UI.FieldGroup#there' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'proposals', Label: '{i18n>vanStock.proposals}', Target: 'proposals/@UI.PresentationVariant#ofVan' },
    { $Type: 'UI.ReferenceFacet', ID: 'counts',    Label: '{i18n>vanStock.counts}',    Target: 'counts/@UI.PresentationVariant#ofVan' }
  ],
  UI.FieldGroup #wanted: { Data: [{ Value: technician_ID }, { Value: part_ID }, { Value: minimum }, { Value: maximum }, { Value: plant }, { Value: storageLocation }] },
  UI.FieldGroup #there: { Data: [
    { Value: stock.unrestricted, Label: '{i18n>unrestrictedStock}' }, { Value: stock.claimed, Label: '{i18n>claimedQuantity}' },
    { Value: onHand }, { Value: stock.blocked, Label: '{i18n>blockedStock}' },
    { Value: stock.readAt, Label: '{i18n>vanStock.readAt}' }, { Value: lastCountedAt }, { Value: lastCountedBy }
  ] },
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.recordCount', Label: '{i18n>recordCount}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Path: 'IsActiveEntity' }, { $Path: '/CurrentUser/mayCount' }] } } } }
  ]
) actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.counts, in.stock] }
  recordCount @Common.Label: '{i18n>recordCount}' (
    quantity      @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/stock/unrestricted' } },
    reason_code   @Common.ValueListWithFixedValues  @Common.ValueList: {
      CollectionPath: 'CountReasons',
      Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: reason_code, ValueListProperty: 'code' }]
    }
  );
};
