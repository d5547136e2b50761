using { aftersales.FinanceService } from '../../srv/finance';

// The documents, and the page of one: where it stands with the host, its lines, and what took it back.

annotate FinanceService.CostPostings with @(
  Common.SemanticKey: [number],
  cds.search: { number, workOrderNumber, reference },
  UI.SelectionFields: [state_code, kind_code, companyCode, postingDate, workOrderNumber],
  UI.LineItem: [
    { Value: number,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9rem' } },
    { Value: kind_code,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9rem' } },
    { $Type: 'UI.DataFieldWithUrl', Value: workOrderNumber, Url: { $edmJson: { $Apply: ['#CostPosting-manage&/OrderFinances(', { $Path: 'workOrder_ID' }, ')'], $Function: 'odata.concat' } },
                              @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: total,           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: postingDate,     @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9rem' } },
    { Value: companyCode,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8.5rem' } },
    { Value: createdBy,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9rem' } },
    { Value: createdAt,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '15%' } }
  ],
  UI.LineItem #ofOrder: [
    { Value: number,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: kind_code,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '20%' } },
    { Value: total,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: postingDate, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '26%' } }
  ],
  UI.PresentationVariant #newestFirst: { SortOrder: [{ Property: number, Descending: true }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #postings: { Text: '{i18n>costPostings.view.all}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant#newestFirst] },
  Capabilities.FilterRestrictions: { FilterExpressionRestrictions: [
    { Property: postingDate, AllowedExpressions: 'SingleRange' }, { Property: documentDate, AllowedExpressions: 'SingleRange' }, { Property: createdAt, AllowedExpressions: 'SingleRange' }
  ] },
  UI.HeaderInfo: { TypeName: '{i18n>costPostings.posting}', TypeNamePlural: '{i18n>costPostings.postings}', Title: { Value: number }, Description: { Value: kind_code } },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headState', Target: '@UI.DataPoint#state' },
    { $Type: 'UI.ReferenceFacet', ID: 'headTotal', Target: '@UI.DataPoint#total' },
    { $Type: 'UI.ReferenceFacet', ID: 'headDates', Target: '@UI.FieldGroup#dates' },
    { $Type: 'UI.ReferenceFacet', ID: 'headLinks', Target: '@UI.FieldGroup#links' },
    { $Type: 'UI.ReferenceFacet', ID: 'headAnswer', Label: '{i18n>costPostings.answer}', Target: '@UI.FieldGroup#answer', @UI.Hidden: { $edmJson: { $Not: { $Path: 'error' } } } }
  ],
  UI.DataPoint #state: { Title: '{i18n>status}', Value: state_code, Criticality: state.criticality },
  UI.DataPoint #total: { Title: '{i18n>costPostings.total}', Value: total },
  UI.FieldGroup #dates: { Data: [{ Value: postingDate }, { Value: documentDate }, { Value: fiscalPeriod }, { Value: fiscalYear }] },
  UI.FieldGroup #links: { Data: [
    { $Type: 'UI.DataFieldWithUrl', Value: workOrderNumber, Url: { $edmJson: { $Apply: ['#CostPosting-manage&/OrderFinances(', { $Path: 'workOrder_ID' }, ')'], $Function: 'odata.concat' } },
      @UI.Hidden: { $edmJson: { $Not: { $Path: 'workOrder_ID' } } } },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>costPostings.reversalOf}', Value: reversalOf.number,
      Url: { $edmJson: { $Apply: ['#CostPosting-manage&/CostPostings(', { $Path: 'reversalOf_ID' }, ')'], $Function: 'odata.concat' } }, @UI.Hidden: { $edmJson: { $Not: { $Path: 'reversalOf_ID' } } } },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>costPostings.reversedBy}', Value: reversedBy.number,
      Url: { $edmJson: { $Apply: ['#CostPosting-manage&/CostPostings(', { $Path: 'reversedBy_ID' }, ')'], $Function: 'odata.concat' } }, @UI.Hidden: { $edmJson: { $Not: { $Path: 'reversedBy_ID' } } } },
    { Value: reversalReason_code, @UI.Hidden: { $edmJson: { $Not: { $Path: 'reversalReason_code' } } } }
  ] },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'documents', Label: '{i18n>costPostings.documents}', Target: 'documents/@UI.LineItem' },
    { $Type: 'UI.ReferenceFacet', ID: 'lines',     Label: '{i18n>costPostings.lines}',     Target: 'lines/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'general',   Label: '{i18n>costPostings.general}',   Target: '@UI.FieldGroup#general' }
  ],
  UI.FieldGroup #answer: { Data: [{ Value: error, Criticality: #Negative, CriticalityRepresentation: #WithoutIcon }, { Value: errorCode, @UI.Hidden: { $edmJson: { $Not: { $Path: 'errorCode' } } } }] },
  UI.FieldGroup #general: { Data: [
    { Value: companyCode }, { Value: reference, @UI.Hidden: { $edmJson: { $Not: { $Path: 'reference' } } } },
    { Value: settlementReference, @UI.Hidden: { $edmJson: { $Not: { $Path: 'settlementReference' } } } }, { Value: createdBy }, { Value: createdAt }
  ] }
) {
  state     @Common.ValueListWithFixedValues;
  kind      @Common.ValueListWithFixedValues;
  error     @UI.MultiLineText;
  createdAt @UI.DateTimeStyle: 'short';
};

annotate FinanceService.CostPostingLines with @(
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.HeaderInfo: { TypeName: '{i18n>costPostings.line}', TypeNamePlural: '{i18n>costPostings.lines}', Title: { Value: line } },
  UI.LineItem: [
    { Value: line,            @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '4rem' } },
    { Value: debitCredit,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7rem' } },
    { Value: glAccount,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: amount,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: companyCodeAmount, Label: '{i18n>costPostings.inCompanyCode}', @UI.Importance: #Low,  @HTML5.CssDefaults: { width: '10rem' } },
    { Value: costObject,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9rem' } },
    { Value: postedBy_code,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: hostDocument,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13rem' } },
    { Value: accountingIndicator_code, Label: '{i18n>costPostings.bearer}', @UI.Importance: #Low, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: taxCode,         @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '6rem' } },
    { Value: text,            @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12rem' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: line }], Visualizations: ['@UI.LineItem'] }
);

annotate FinanceService.CostPostingDocuments with @(
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.HeaderInfo: { TypeName: '{i18n>costPostings.document}', TypeNamePlural: '{i18n>costPostings.documents}', Title: { Value: hostDocument } },
  UI.LineItem: [
    { Value: postedBy_code, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11rem' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                            @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { Value: hostDocument, Label: '{i18n>costPostings.hostDocument}', @UI.Importance: #High, @HTML5.CssDefaults: { width: '14rem' } },
    { Value: error,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '57%' } }
  ]
) {
  error @UI.MultiLineText;
};
