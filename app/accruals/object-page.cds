using { aftersales.FinanceService } from '../../srv/finance';

// One run: what it accrues, what somebody took out, and the two postings that it made.

annotate FinanceService.AccrualRuns with @(
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headState', Target: '@UI.DataPoint#state' },
    { $Type: 'UI.ReferenceFacet', ID: 'headTotal', Target: '@UI.DataPoint#total' },
    { $Type: 'UI.ReferenceFacet', ID: 'headDates', Target: '@UI.FieldGroup#dates' },
    { $Type: 'UI.ReferenceFacet', ID: 'headCounts', Target: '@UI.FieldGroup#counts' },
    { $Type: 'UI.ReferenceFacet', ID: 'headLinks', Target: '@UI.FieldGroup#links', @UI.Hidden: { $edmJson: { $Not: { $Path: 'posting_ID' } } } }
  ],
  UI.DataPoint #state: { Title: '{i18n>status}', Value: state_code, Criticality: state.criticality },
  UI.DataPoint #total: { Title: '{i18n>accrualTotal}', Value: total },
  UI.FieldGroup #dates: { Data: [{ Value: fiscalYear }, { Value: fiscalPeriod }, { Value: keyDate }, { Value: reversalDate }] },
  UI.FieldGroup #counts: { Data: [{ Value: itemCount }, { Value: incompleteCount, Criticality: #Critical, CriticalityRepresentation: #WithoutIcon, @UI.Hidden: { $edmJson: { $Not: { $Gt: [{ $Path: 'incompleteCount' }, 0] } } } }] },
  UI.FieldGroup #links: { Data: [
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>accrualPosting}', Value: posting.number,
      Url: { $edmJson: { $Apply: ['#CostPosting-manage&/CostPostings(', { $Path: 'posting_ID' }, ')'], $Function: 'odata.concat' } } },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>accrualReversalPosting}', Value: reversalPosting.number, @UI.Hidden: { $edmJson: { $Not: { $Path: 'reversalPosting_ID' } } },
      Url: { $edmJson: { $Apply: ['#CostPosting-manage&/CostPostings(', { $Path: 'reversalPosting_ID' }, ')'], $Function: 'odata.concat' } } }
  ] },
  UI.Facets: [{ $Type: 'UI.ReferenceFacet', ID: 'items', Label: '{i18n>accrualItems}', Target: 'items/@UI.PresentationVariant' }],
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'FinanceService.postAccruals', Label: '{i18n>accruals.post}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $Or: [{ $Eq: [{ $Path: 'state_code' }, 'Proposed'] }, { $Eq: [{ $Path: 'state_code' }, 'Failed'] }] }, { $Path: '/CurrentUser/mayAccrue' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'FinanceService.cancelAccruals', Label: '{i18n>accruals.cancel}', Criticality: #Negative,
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $Or: [{ $Eq: [{ $Path: 'state_code' }, 'Proposed'] }, { $Eq: [{ $Path: 'state_code' }, 'Failed'] }] }, { $Path: '/CurrentUser/mayAccrue' }
      ] } } } }
  ]
) actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.posting, in.reversalPosting, in.items] }
  postAccruals   @Common.Label: '{i18n>accruals.post}'  @Common.IsActionCritical;
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state] }
  cancelAccruals @Common.Label: '{i18n>accruals.cancel}'  @Common.IsActionCritical;
};

annotate FinanceService.AccrualItems with @(
  cds.search: { workOrder.number, description },
  UI.HeaderInfo: { TypeName: '{i18n>accruals.item}', TypeNamePlural: '{i18n>accrualItems}', Title: { Value: description } },
  UI.LineItem: [
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>workOrder}', Value: workOrder.number,
      Url: { $edmJson: { $Apply: ['#CostPosting-manage&/OrderFinances(', { $Path: 'workOrder_ID' }, ')'], $Function: 'odata.concat' } },
                                @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9rem' } },
    { Value: description, @UI.Importance: #High, @HTML5.CssDefaults: { width: '19%' } },
    { Value: companyCodeAmount, Label: '{i18n>accruals.amount}', @UI.Importance: #High, @HTML5.CssDefaults: { width: '11rem' } },
    { Value: glAccount,         @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: offsetAccount,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8rem' } },
    { Value: costObject,        @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9rem' } },
    { Value: accountingIndicator_code, Label: '{i18n>accruals.bearer}', @UI.Importance: #Low, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: performedOn, @UI.Importance: #Low, @HTML5.CssDefaults: { width: '8rem' } },
    { Value: isExcluded,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7rem' } },
    { $Type: 'UI.DataFieldForAction', Action: 'FinanceService.exclude', Label: '{i18n>accruals.exclude}', @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayAccrue' } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'FinanceService.include', Label: '{i18n>accruals.include}', @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayAccrue' } } } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: workOrder.number }, { Property: description }], Visualizations: ['@UI.LineItem'] }
) {
  companyCodeAmount @Measures.ISOCurrency: companyCodeCurrency_code;
} actions {
  @Core.OperationAvailable: { $edmJson: { $Not: { $Path: 'in/isExcluded' } } }
  @Common.SideEffects: { TargetProperties: ['in/isExcluded', 'in/run/total'], TargetEntities: [in.run] }
  exclude @Common.Label: '{i18n>accruals.exclude}';
  @Core.OperationAvailable: { $edmJson: { $Path: 'in/isExcluded' } }
  @Common.SideEffects: { TargetProperties: ['in/isExcluded', 'in/run/total'], TargetEntities: [in.run] }
  include @Common.Label: '{i18n>accruals.include}';
};
