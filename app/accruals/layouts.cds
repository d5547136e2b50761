using { aftersales.FinanceService } from '../../srv/finance';

// Month ends: one run a company code and period.

annotate FinanceService.AccrualRuns with @(
  cds.search: { companyCode },
  UI.HeaderInfo: { TypeName: '{i18n>accruals.run}', TypeNamePlural: '{i18n>accruals.runs}', Title: { Value: companyCode }, Description: { Value: keyDate } },
  UI.SelectionFields: [companyCode, state_code, fiscalYear, fiscalPeriod],
  UI.LineItem: [
    { Value: companyCode,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9rem' } },
    { Value: fiscalYear,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: fiscalPeriod,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '6rem' } },
    { Value: state_code, Criticality: state.criticality, CriticalityRepresentation: #WithoutIcon,
                                 @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9rem' } },
    { Value: total,              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11rem' } },
    { Value: keyDate,            @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9rem' } },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>accrualPosting}', Value: posting.number,
      Url: { $edmJson: { $Apply: ['#CostPosting-manage&/CostPostings(', { $Path: 'posting_ID' }, ')'], $Function: 'odata.concat' } },
                                 @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9rem' } },
    { Value: reversalDate,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9rem' } },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>accrualReversalPosting}', Value: reversalPosting.number,
      Url: { $edmJson: { $Apply: ['#CostPosting-manage&/CostPostings(', { $Path: 'reversalPosting_ID' }, ')'], $Function: 'odata.concat' } },
                                 @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '15%' } }
  ],
  UI.SelectionPresentationVariant #runs: {
    Text: '{i18n>accruals.runs}',
    SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: keyDate, Descending: true }, { Property: companyCode }], Visualizations: ['@UI.LineItem'] }
  }
) {
  state @Common.ValueListWithFixedValues;
};

// Whether what was set aside for a model's warranty is enough.

annotate FinanceService.ProvisionComparison with @(
  UI.LineItem: [
    { Value: companyCode,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9rem' } },
    { Value: fiscalYearText, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7rem' } },
    { Value: model,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: provision,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: actual,         @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: recovered,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10rem' } },
    { Value: net,            @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10rem' } },
    { Value: remaining, Criticality: criticality, CriticalityRepresentation: #WithoutIcon,
                             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } }
  ],
  UI.SelectionPresentationVariant #provisions: {
    Text: '{i18n>accruals.provisions}',
    SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: fiscalYear, Descending: true }, { Property: remaining }], Visualizations: ['@UI.LineItem'] }
  }
);
