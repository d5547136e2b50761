using { aftersales.SparePartsService } from '../../srv/spare-parts';

// The list of reservations. What is late stands first; what has to come back is in somebody's hands though the work is done.

annotate SparePartsService.Reservations with @(
  Common.SemanticKey: [number],
  cds.search: { number, part.number, part.name, orderNumber, hostReservation },
  UI.SelectionFields: [state_code, part_ID, orderNumber, plant, neededAt],
  UI.LineItem: [
    { Value: number,             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { $Type: 'UI.DataFieldWithUrl', Value: orderNumber,
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage&/WorkOrders(ID=', { $Path: 'workOrder_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } },
                                 @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: part_ID,            @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: quantity,           @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '7rem' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                                 @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11%' } },
    { Value: alertRule_code, Criticality: alertLevel,
                                 @UI.Importance: #High,   @HTML5.CssDefaults: { width: '16%' } },
    { Value: neededAt,           @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11%' } },
    { Value: expectedAt,         @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11%' } },
    { Value: storageLocation,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } }
  ],
  UI.PresentationVariant #byNeed: { SortOrder: [{ Property: neededAt }, { Property: number }], Visualizations: ['@UI.LineItem'] },
  UI.PresentationVariant #newestFirst: { SortOrder: [{ Property: number, Descending: true }], Visualizations: ['@UI.LineItem'] },
  Capabilities.FilterRestrictions: { FilterExpressionRestrictions: [
    { Property: neededAt, AllowedExpressions: 'SingleRange' }, { Property: expectedAt, AllowedExpressions: 'SingleRange' }
  ] }
);

annotate SparePartsService.Reservations with @(
  UI.SelectionPresentationVariant #late: {
    Text: '{i18n>spareParts.view.late}',
    SelectionVariant: { SelectOptions: [{ PropertyName: alertLevel, Ranges: [{ Sign: #I, Option: #EQ, Low: 1 }] }] },
    PresentationVariant: ![@UI.PresentationVariant#byNeed]
  },
  UI.SelectionPresentationVariant #toReturn: {
    Text: '{i18n>spareParts.view.toReturn}',
    SelectionVariant: { SelectOptions: [
      { PropertyName: inHandQuantity, Ranges: [{ Sign: #I, Option: #GT, Low: 0 }] },
      { PropertyName: orderStatus_code, Ranges: [
        { Sign: #I, Option: #EQ, Low: 'Completed' }, { Sign: #I, Option: #EQ, Low: 'Accepted' }, { Sign: #I, Option: #EQ, Low: 'Cancelled' }
      ] }
    ] },
    PresentationVariant: ![@UI.PresentationVariant#byNeed]
  },
  UI.SelectionPresentationVariant #open: {
    Text: '{i18n>spareParts.view.open}',
    SelectionVariant: { SelectOptions: [{ PropertyName: state_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'Needed' }] }] },
    PresentationVariant: ![@UI.PresentationVariant#byNeed]
  },
  UI.SelectionPresentationVariant #all: {
    Text: '{i18n>spareParts.view.all}',
    SelectionVariant: { SelectOptions: [] },
    PresentationVariant: ![@UI.PresentationVariant#newestFirst]
  }
);

annotate SparePartsService.Reservations with {
  state       @Common.ValueListWithFixedValues;
  origin      @Common.ValueListWithFixedValues;
  target      @Common.ValueListWithFixedValues;
  alertRule   @Common.ValueListWithFixedValues;
  refusal     @UI.MultiLineText;
  part        @Common.ValueList: {
    CollectionPath: 'Parts', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: part_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
  workOrder   @Common.ValueList: {
    CollectionPath: 'WorkOrders', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: workOrder_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'shortText' }
    ]
  };
};
annotate SparePartsService.WorkOrders with @cds.search: { number, shortText };
annotate SparePartsService.Parts      with @cds.search: { number, name, gtin };
