using { aftersales.FinanceService } from '../../srv/finance';

// Where one order stands in finance: its costs, what was posted of them, and what billing was asked for.

annotate FinanceService.OrderFinances with @(
  UI.HeaderInfo: { TypeName: '{i18n>costPostings.order}', TypeNamePlural: '{i18n>costPostings.orders}', Title: { Value: workOrder.number }, Description: { Value: workOrder.shortText } },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headState',  Target: '@UI.DataPoint#state' },
    { $Type: 'UI.ReferenceFacet', ID: 'headActual', Target: '@UI.DataPoint#actual' },
    { $Type: 'UI.ReferenceFacet', ID: 'headPosted', Target: '@UI.DataPoint#posted' },
    { $Type: 'UI.ReferenceFacet', ID: 'headOpen',   Target: '@UI.DataPoint#open' },
    { $Type: 'UI.ReferenceFacet', ID: 'headOrder',  Target: '@UI.FieldGroup#order' }
  ],
  UI.DataPoint #state:  { Title: '{i18n>costPostings.financeState}', Value: state_code, Criticality: state.criticality },
  UI.DataPoint #actual: { Title: '{i18n>costPostings.actual}', Value: actual },
  UI.DataPoint #posted: { Title: '{i18n>costPostings.posted}', Value: posted },
  UI.DataPoint #open:   { Title: '{i18n>costPostings.open}',   Value: open },
  UI.FieldGroup #order: { Data: [
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>workOrder}', Value: workOrder.number,
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage&/WorkOrders(ID=', { $Path: 'workOrder_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } } },
    { Value: workOrder.customerName },
    { Value: companyCode },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>currentPosting}', Value: currentPosting.number, @UI.Hidden: { $edmJson: { $Not: { $Path: 'currentPosting_ID' } } },
      Url: { $edmJson: { $Apply: ['#CostPosting-manage&/CostPostings(', { $Path: 'currentPosting_ID' }, ')'], $Function: 'odata.concat' } } }
  ] },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'costs',    Label: '{i18n>costPostings.costs}',    Target: 'costs/@UI.PresentationVariant#ofOrder' },
    { $Type: 'UI.ReferenceFacet', ID: 'postings', Label: '{i18n>costPostings.postings}', Target: 'postings/@UI.LineItem#ofOrder' },
    { $Type: 'UI.ReferenceFacet', ID: 'billing',  Label: '{i18n>costPostings.billing}',  Target: 'billingRequests/@UI.LineItem#ofOrder' },
    { $Type: 'UI.CollectionFacet', ID: 'figures', Label: '{i18n>costPostings.figures}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'bearers', Label: '{i18n>costPostings.bearers}', Target: '@UI.FieldGroup#bearers' },
      { $Type: 'UI.ReferenceFacet', ID: 'plan',    Label: '{i18n>costPostings.plan}',    Target: '@UI.FieldGroup#plan' },
      { $Type: 'UI.ReferenceFacet', ID: 'history', Label: '{i18n>costPostings.history}', Target: '@UI.FieldGroup#history' }
    ] }
  ],
  UI.FieldGroup #bearers: { Data: [{ Value: warranty }, { Value: contract }, { Value: goodwill }, { Value: billable }] },
  UI.FieldGroup #plan:    { Data: [{ Value: planned }, { Value: actual }, { Value: recovered }] },
  UI.FieldGroup #history: { Data: [
    { Value: serviceOrder, @UI.Hidden: { $edmJson: { $Not: { $Path: 'serviceOrder' } } } },
    { Value: closedAt,     @UI.Hidden: { $edmJson: { $Not: { $Path: 'closedAt' } } } },
    { Value: reopenedAt,   @UI.Hidden: { $edmJson: { $Not: { $Path: 'reopenedAt' } } } },
    { Value: incompleteCount, @UI.Hidden: { $edmJson: { $Not: { $Gt: [{ $Path: 'incompleteCount' }, 0] } } } }
  ] }
) {
  closedAt   @UI.DateTimeStyle: 'short';
  reopenedAt @UI.DateTimeStyle: 'short';
};

annotate FinanceService.RepairCosts with @(
  UI.LineItem #ofOrder: [
    { Value: description,              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '14rem' } },
    { $Type: 'UI.DataFieldForAnnotation', Label: '{i18n>status}', Target: '@UI.FieldGroup#stateAndReason', @UI.Importance: #High, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: accountingIndicator_code, Label: '{i18n>costPostings.bearer}', @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: sharePercent,             @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8rem' } },
    { Value: quantity,                 @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '7rem' } },
    { Value: companyCodeAmount, Label: '{i18n>costPostings.amount}', @UI.Importance: #High, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: glAccount,                @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8rem' } },
    { Value: postedBy_code,            @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10rem' } },
    { $Type: 'UI.DataFieldWithUrl', Value: postingNumber, Url: { $edmJson: { $Apply: ['#CostPosting-manage&/CostPostings(', { $Path: 'posting_ID' }, ')'], $Function: 'odata.concat' } },
                                       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: accountingDocument,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10rem' } }
  ],
  UI.FieldGroup #stateAndReason: { Data: [
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon },
    { Value: incompleteReason, @UI.Hidden: { $edmJson: { $Not: { $Path: 'incompleteReason' } } } }
  ] },
  UI.PresentationVariant #ofOrder: { SortOrder: [{ Property: performedOn }, { Property: description }, { Property: share }], Visualizations: ['@UI.LineItem#ofOrder'] }
);
