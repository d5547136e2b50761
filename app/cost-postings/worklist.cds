using { aftersales.FinanceService } from '../../srv/finance';

// Orders whose costs are not all in the books: what can be posted, what the host refused, what a closed period or a missing rule holds up.
// Each view has the columns that say something about its orders.

annotate FinanceService.PostingWorklist with @(
  cds.search: { workOrderNumber, shortText, customerName, serialNumber, postingNumber },
  UI.HeaderInfo: { TypeName: '{i18n>costPostings.order}', TypeNamePlural: '{i18n>costPostings.orders}', Title: { Value: workOrderNumber }, Description: { Value: shortText } },
  UI.SelectionFields: [companyCode, workOrderNumber, customerName, model, costDate],
  UI.LineItem: [
    { Value: workOrderNumber, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: shortText,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '24%' } },
    { Value: open,            @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: openCount,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '6rem' } },
    { Value: costDate,        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10.5rem' } },
    { Value: companyCode,     @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: customerName,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '20%' } },
    { Value: model,           @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8rem' } },
    { Value: orderStatus_code, @UI.Importance: #Low,   @HTML5.CssDefaults: { width: '9rem' } }
  ],
  UI.LineItem #failed: [
    { Value: workOrderNumber, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: error,           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '34%' } },
    { $Type: 'UI.DataFieldWithUrl', Value: postingNumber, Url: { $edmJson: { $Apply: ['#CostPosting-manage&/CostPostings(', { $Path: 'posting_ID' }, ')'], $Function: 'odata.concat' } },
                              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: posting.total,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: shortText,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '20%' } },
    { Value: postingChangedAt, @UI.Importance: #Low,   @HTML5.CssDefaults: { width: '11rem' } },
    { Value: companyCode,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8.5rem' } }
  ],
  UI.LineItem #closedPeriod: [
    { Value: workOrderNumber, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: shortText,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '24%' } },
    { Value: fiscalPeriod,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '6rem' } },
    { Value: fiscalYear,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7rem' } },
    { Value: open,            @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: costDate,        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10.5rem' } },
    { Value: companyCode,     @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: customerName,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '20%' } }
  ],
  UI.LineItem #incomplete: [
    { Value: workOrderNumber,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: incompleteReason, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '30%' } },
    { Value: incompleteCount,  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '7rem' } },
    { Value: shortText,        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '24%' } },
    { Value: open,             @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: companyCode,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: customerName,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '18%' } }
  ],
  UI.LineItem #waiting: [
    { Value: workOrderNumber, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: shortText,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '28%' } },
    { $Type: 'UI.DataFieldWithUrl', Value: postingNumber, Url: { $edmJson: { $Apply: ['#CostPosting-manage&/CostPostings(', { $Path: 'posting_ID' }, ')'], $Function: 'odata.concat' } },
                              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: postingState_code, Criticality: postingState.criticality, CriticalityRepresentation: #WithoutIcon,
                              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: posting.total,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: postingChangedAt, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11rem' } },
    { Value: companyCode,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8.5rem' } }
  ]
);

annotate FinanceService.PostingWorklist with @(
  UI.PresentationVariant #byNumber:     { SortOrder: [{ Property: costDate }, { Property: workOrderNumber }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #ready: {
    Text: '{i18n>costPostings.view.ready}',
    SelectionVariant: { SelectOptions: [{ PropertyName: category_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'ready' }] }] },
    PresentationVariant: ![@UI.PresentationVariant#byNumber]
  },
  UI.SelectionPresentationVariant #failed: {
    Text: '{i18n>costPostings.view.failed}',
    SelectionVariant: { SelectOptions: [{ PropertyName: category_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'failed' }] }] },
    PresentationVariant: { SortOrder: [{ Property: postingChangedAt, Descending: true }], Visualizations: ['@UI.LineItem#failed'] }
  },
  UI.SelectionPresentationVariant #closedPeriod: {
    Text: '{i18n>costPostings.view.closedPeriod}',
    SelectionVariant: { SelectOptions: [{ PropertyName: category_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'closedPeriod' }] }] },
    PresentationVariant: { SortOrder: [{ Property: fiscalYear }, { Property: fiscalPeriod }], Visualizations: ['@UI.LineItem#closedPeriod'] }
  },
  UI.SelectionPresentationVariant #incomplete: {
    Text: '{i18n>costPostings.view.incomplete}',
    SelectionVariant: { SelectOptions: [{ PropertyName: category_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'incomplete' }] }] },
    PresentationVariant: { SortOrder: [{ Property: costDate }], Visualizations: ['@UI.LineItem#incomplete'] }
  },
  UI.SelectionPresentationVariant #waiting: {
    Text: '{i18n>costPostings.view.waiting}',
    SelectionVariant: { SelectOptions: [{ PropertyName: category_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'waiting' }] }] },
    PresentationVariant: { SortOrder: [{ Property: postingChangedAt, Descending: true }], Visualizations: ['@UI.LineItem#waiting'] }
  },
  Capabilities.FilterRestrictions: { FilterExpressionRestrictions: [{ Property: costDate, AllowedExpressions: 'SingleRange' }] }
) {
  category         @UI.HiddenFilter;
  postingChangedAt @UI.DateTimeStyle: 'short';
  error            @UI.MultiLineText;
};
