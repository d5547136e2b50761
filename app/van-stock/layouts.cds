using { aftersales.SparePartsService } from '../../srv/spare-parts';

// What lies in vans and should lie there, what is to be brought, and what counts found.

annotate SparePartsService.VanStocks with @(
  cds.search: { technicianName, partNumber, part.name },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayReplenish' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayReplenish' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayReplenish' } } },
  UI.SelectionFields: [technician_ID, part_ID, plant],
  UI.LineItem: [
    { Value: technician_ID,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15%' } },
    { Value: part_ID,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '24%' } },
    { Value: onHand, Criticality: fillCriticality, CriticalityRepresentation: #WithoutIcon,
                              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: minimum,         @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8%' } },
    { Value: maximum,         @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8%' } },
    { Value: storageLocation, @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } },
    { Value: stock.readAt,    Label: '{i18n>vanStock.readAt}',
                              @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } },
    { Value: lastCountedAt,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: technicianName }, { Property: partNumber }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #vans: {
    Text: '{i18n>vanStock.vans}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
  },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
) {
  technician @Common.ValueList: {
    CollectionPath: 'Technicians', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: technician_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
  part @Common.ValueList: {
    CollectionPath: 'Parts', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: part_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};

annotate SparePartsService.ReplenishmentProposals with @(
  UI.CreateHidden: true, UI.UpdateHidden: true, UI.DeleteHidden: true,
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.HeaderInfo: { TypeName: '{i18n>vanStock.proposal}', TypeNamePlural: '{i18n>vanStock.proposals}', Title: { Value: proposedOn } },
  UI.LineItem: [
    { Value: technician_ID,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13%' } },
    { Value: part_ID,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '19%' } },
    { Value: quantity,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7rem' } },
    { Value: source.name, Label: '{i18n>fillSource}',
                              @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { Value: onVan,           @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '7rem' } },
    { Value: incoming,        @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '7rem' } },
    { Value: plannedNeed,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '7rem' } },
    { Value: expectedUse,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '7rem' } },
    { Value: proposedOn,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } },
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.accept', Label: '{i18n>fillVan}', Inline: true, @UI.Importance: #High,
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayReplenish' } } }, @HTML5.CssDefaults: { width: '10%' } },
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.dismiss', Label: '{i18n>dismissProposal}', Inline: true, @UI.Importance: #High,
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayReplenish' } } }, @HTML5.CssDefaults: { width: '8%' } }
  ],
  UI.LineItem #ofVan: [
    { Value: proposedOn,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: quantity,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: source.name, Label: '{i18n>fillSource}',
                              @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '20%' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { Value: plannedNeed,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } },
    { Value: expectedUse,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } }
  ],
  UI.PresentationVariant #ofVan: { SortOrder: [{ Property: proposedOn, Descending: true }], Visualizations: ['@UI.LineItem#ofVan'] },
  UI.SelectionPresentationVariant #proposals: {
    Text: '{i18n>vanStock.proposals}',
    SelectionVariant: { SelectOptions: [{ PropertyName: state_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'Proposed' }] }] },
    PresentationVariant: { SortOrder: [{ Property: proposedOn, Descending: true }], Visualizations: ['@UI.LineItem'] }
  }
) actions {
  @Common.SideEffects: { TargetEntities: ['/aftersales.SparePartsService.EntityContainer/ReplenishmentProposals'] }
  accept  @Common.Label: '{i18n>fillVan}' (
    quantity        @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/quantity' } },
    plant           @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/plant' } },
    storageLocation @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/storageLocation' } }
                    @Common.ValueList: {
      CollectionPath: 'StockPlaces', SearchSupported: true,
      Parameters: [
        { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: storageLocation, ValueListProperty: 'storageLocation' },
        { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: plant, ValueListProperty: 'plant' },
        { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
      ]
    }
  );
  @Common.SideEffects: { TargetEntities: ['/aftersales.SparePartsService.EntityContainer/ReplenishmentProposals'] }
  dismiss @Common.Label: '{i18n>dismissProposal}';
};

annotate SparePartsService.VanCounts with @(
  UI.CreateHidden: true, UI.UpdateHidden: true, UI.DeleteHidden: true,
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.HeaderInfo: { TypeName: '{i18n>vanStock.count}', TypeNamePlural: '{i18n>vanStock.counts}', Title: { Value: countedAt } },
  UI.LineItem: [
    { Value: countedAt,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12rem' } },
    { Value: vanStock.technician_ID, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13%' } },
    { Value: vanStock.part_ID, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: expected,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } },
    { Value: counted,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7%' } },
    { Value: difference,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8%' } },
    { Value: reason_code,  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11%' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                           @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: countedBy,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } },
    { Value: hostDocument, @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '11%' } }
  ],
  UI.LineItem #ofVan: [
    { Value: countedAt,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12rem' } },
    { Value: expected,     @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9%' } },
    { Value: counted,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9%' } },
    { Value: difference,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9%' } },
    { Value: reason_code,  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                           @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11%' } },
    { Value: comment,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '14%' } },
    { Value: countedBy,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } },
    { Value: hostDocument, @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '11%' } }
  ],
  UI.PresentationVariant #ofVan: { SortOrder: [{ Property: countedAt, Descending: true }], Visualizations: ['@UI.LineItem#ofVan'] },
  UI.SelectionPresentationVariant #counts: {
    Text: '{i18n>vanStock.counts}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: countedAt, Descending: true }], Visualizations: ['@UI.LineItem'] }
  }
);
