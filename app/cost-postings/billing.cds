using { aftersales.FinanceService } from '../../srv/finance';

// What billing is asked to charge customers.

annotate FinanceService.BillingRequests with @(
  Common.SemanticKey: [number],
  cds.search: { number, hostDocument },
  UI.SelectionFields: [state_code, companyCode],
  UI.LineItem: [
    { Value: number,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9rem' } },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>workOrder}', Value: workOrder.number,
      Url: { $edmJson: { $Apply: ['#CostPosting-manage&/OrderFinances(', { $Path: 'workOrder_ID' }, ')'], $Function: 'odata.concat' } },
                           @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: netAmount,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: hostDocument, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: error,        @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '32%' } },
    { Value: createdAt,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '11rem' } }
  ],
  UI.LineItem #ofOrder: [
    { Value: number,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: netAmount,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: hostDocument, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '18%' } },
    { Value: error,        @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '33%' } }
  ],
  UI.SelectionPresentationVariant #billing: {
    Text: '{i18n>costPostings.view.billing}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: number, Descending: true }], Visualizations: ['@UI.LineItem'] }
  },
  UI.HeaderInfo: { TypeName: '{i18n>costPostings.request}', TypeNamePlural: '{i18n>costPostings.requests}', Title: { Value: number }, Description: { Value: customer.name } },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headState',  Target: '@UI.DataPoint#state' },
    { $Type: 'UI.ReferenceFacet', ID: 'headAmount', Target: '@UI.DataPoint#net' },
    { $Type: 'UI.ReferenceFacet', ID: 'headOrder',  Target: '@UI.FieldGroup#order' }
  ],
  UI.DataPoint #state: { Title: '{i18n>status}', Value: state_code, Criticality: state.criticality },
  UI.DataPoint #net:   { Title: '{i18n>costPostings.netAmount}', Value: netAmount },
  UI.FieldGroup #order: { Data: [
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>workOrder}', Value: workOrder.number,
      Url: { $edmJson: { $Apply: ['#CostPosting-manage&/OrderFinances(', { $Path: 'workOrder_ID' }, ')'], $Function: 'odata.concat' } } },
    { Value: hostDocument, @UI.Hidden: { $edmJson: { $Not: { $Path: 'hostDocument' } } } }
  ] },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'items',   Label: '{i18n>costPostings.items}',   Target: 'items/@UI.LineItem' },
    { $Type: 'UI.ReferenceFacet', ID: 'general', Label: '{i18n>costPostings.general}', Target: '@UI.FieldGroup#general' }
  ],
  UI.FieldGroup #general: { Data: [
    { Value: companyCode }, { Value: error, @UI.Hidden: { $edmJson: { $Not: { $Path: 'error' } } } }, { Value: createdBy }, { Value: createdAt }
  ] }
) {
  state     @Common.ValueListWithFixedValues;
  error     @UI.MultiLineText;
  createdAt @UI.DateTimeStyle: 'short';
};

annotate FinanceService.BillingRequestItems with @(
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.HeaderInfo: { TypeName: '{i18n>costPostings.item}', TypeNamePlural: '{i18n>costPostings.items}', Title: { Value: description } },
  UI.LineItem: [
    { Value: description, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '66%' } },
    { Value: quantity,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9rem' } },
    { Value: netAmount,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11rem' } },
    { Value: taxCode,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '6rem' } }
  ]
);
