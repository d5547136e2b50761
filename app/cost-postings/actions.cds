using { aftersales.FinanceService } from '../../srv/finance';

// What can be done with a posting and with an order in finance, where its state and the user's role allow it. Posting has a dialog of its own (app/forms).

annotate FinanceService.CostPostings with @(
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'FinanceService.resend', Label: '{i18n>costPostings.resend}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Eq: [{ $Path: 'state_code' }, 'Failed'] }, { $Path: '/CurrentUser/mayReverse' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'FinanceService.reverse', Label: '{i18n>costPostings.reverse}', Criticality: #Negative,
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $Or: [{ $Eq: [{ $Path: 'state_code' }, 'Posted'] }, { $Eq: [{ $Path: 'state_code' }, 'Failed'] }] },
        { $And: [{ $Eq: [{ $Path: 'kind_code' }, 'cost'] }, { $Path: '/CurrentUser/mayReverse' }] }
      ] } } } }
  ]
) actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.reversedBy, in.documents, in.lines, '/aftersales.FinanceService.EntityContainer/PostingWorklist'] }
  reverse @Common.Label: '{i18n>costPostings.reverse}'  @Common.IsActionCritical: false (
    reason_code @title: '{i18n>costPostings.reason}'  @mandatory  @Common.ValueListWithFixedValues  @Common.ValueList: {
      CollectionPath: 'ReversalReasons', Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: reason_code, ValueListProperty: 'code' }]
    }  @Common: { Text: { $edmJson: { $Path: 'reason_code' } } },
    postingDate @title: '{i18n>costPostings.reversalDate}'  @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/postingDate' } }
  );
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.documents, '/aftersales.FinanceService.EntityContainer/PostingWorklist'] }
  resend  @Common.Label: '{i18n>costPostings.resend}';
};

annotate FinanceService.OrderFinances with @(
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'FinanceService.requestBilling', Label: '{i18n>costPostings.requestBilling}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Or: [{ $Gt: [{ $Path: 'billable' }, 0] }, { $Lt: [{ $Path: 'billable' }, 0] }] }, { $Path: '/CurrentUser/mayBill' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'FinanceService.closeFinance', Label: '{i18n>costPostings.closeFinance}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $Eq: [{ $Path: 'state_code' }, 'Posted'] }, { $Path: '/CurrentUser/mayClose' }
      ] } } } }
  ]
) actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.billingRequests] }
  requestBilling @Common.Label: '{i18n>costPostings.requestBilling}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state] }
  closeFinance   @Common.Label: '{i18n>costPostings.closeFinance}'  @Common.IsActionCritical;
};

annotate FinanceService.BillingRequests with @(
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'FinanceService.resend', Label: '{i18n>costPostings.resend}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Eq: [{ $Path: 'state_code' }, 'Failed'] }, { $Path: '/CurrentUser/mayBill' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'FinanceService.cancel', Label: '{i18n>costPostings.cancelBilling}', Criticality: #Negative,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Eq: [{ $Path: 'state_code' }, 'Failed'] }, { $Path: '/CurrentUser/mayBill' }] } } } }
  ]
) actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state] }
  resend @Common.Label: '{i18n>costPostings.resend}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state] }
  cancel @Common.Label: '{i18n>costPostings.cancelBilling}'  @Common.IsActionCritical;
};
