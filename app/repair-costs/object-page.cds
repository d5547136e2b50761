using { aftersales.FinanceService } from '../../srv/finance';

// One cost row: what it is, who bears it, which rules said so, and where it is in the books.

annotate FinanceService.RepairCosts with @(
  UI.CreateHidden: true,
  UI.UpdateHidden: true,
  UI.DeleteHidden: true,
  UI.HeaderInfo: { TypeName: '{i18n>costs.cost}', TypeNamePlural: '{i18n>costs.costs}', Title: { Value: description }, Description: { Value: workOrderNumber } },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headState',  Target: '@UI.DataPoint#state' },
    { $Type: 'UI.ReferenceFacet', ID: 'headAmount', Target: '@UI.DataPoint#amount' },
    { $Type: 'UI.ReferenceFacet', ID: 'headBearer', Target: '@UI.DataPoint#bearer' },
    { $Type: 'UI.ReferenceFacet', ID: 'headOrder',  Target: '@UI.FieldGroup#head' }
  ],
  UI.DataPoint #state:  { Title: '{i18n>repairCostState}', Value: state_code, Criticality: state.criticality },
  UI.DataPoint #amount: { Title: '{i18n>companyCodeAmount}', Value: companyCodeAmount },
  UI.DataPoint #bearer: { Title: '{i18n>accountingIndicator}', Value: accountingIndicator_code },
  UI.FieldGroup #head: { Data: [
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>workOrder}', Value: workOrderNumber,
      Url: { $edmJson: { $Apply: ['#WorkOrder-manage&/WorkOrders(ID=', { $Path: 'workOrder_ID' }, ',IsActiveEntity=true)'], $Function: 'odata.concat' } } },
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>costPosting}', Value: postingNumber, @UI.Hidden: { $edmJson: { $Not: { $Path: 'posting_ID' } } },
      Url: { $edmJson: { $Apply: ['#CostPosting-manage&/CostPostings(', { $Path: 'posting_ID' }, ')'], $Function: 'odata.concat' } } },
    { Value: accountingDocument, @UI.Hidden: { $edmJson: { $Not: { $Path: 'accountingDocument' } } } }
  ] },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'cost', Label: '{i18n>costs.cost}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'what',   Label: '{i18n>costs.what}',   Target: '@UI.FieldGroup#what' },
      { $Type: 'UI.ReferenceFacet', ID: 'amounts', Label: '{i18n>costs.amounts}', Target: '@UI.FieldGroup#amounts' },
      { $Type: 'UI.ReferenceFacet', ID: 'device', Label: '{i18n>costs.device}', Target: '@UI.FieldGroup#device' }
    ] },
    { $Type: 'UI.CollectionFacet', ID: 'why', Label: '{i18n>costs.why}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'object',   Label: '{i18n>costs.object}',   Target: '@UI.FieldGroup#object' },
      { $Type: 'UI.ReferenceFacet', ID: 'account',  Label: '{i18n>costs.account}',  Target: '@UI.FieldGroup#account' },
      { $Type: 'UI.ReferenceFacet', ID: 'coverage', Label: '{i18n>costs.coverage}', Target: '@UI.FieldGroup#coverage' }
    ] },
    { $Type: 'UI.CollectionFacet', ID: 'books', Label: '{i18n>costs.books}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'document', Label: '{i18n>costs.document}', Target: '@UI.FieldGroup#document' },
      { $Type: 'UI.ReferenceFacet', ID: 'supplier', Label: '{i18n>costs.supplier}', Target: '@UI.FieldGroup#supplier' },
      { $Type: 'UI.ReferenceFacet', ID: 'pull',     Label: '{i18n>costs.pull}',     Target: '@UI.FieldGroup#pull' }
    ] }
  ],
  UI.FieldGroup #what: { Data: [
    { Value: costType_code }, { Value: source_code }, { Value: performedOn }, { Value: quantity }, { Value: rate },
    { Value: technician_ID, @UI.Hidden: { $edmJson: { $Not: { $Path: 'technician_ID' } } } },
    { Value: partNumber,    @UI.Hidden: { $edmJson: { $Not: { $Path: 'part_ID' } } } },
    { Value: part_ID,       @UI.Hidden: { $edmJson: { $Not: { $Path: 'part_ID' } } } }
  ] },
  UI.FieldGroup #amounts: { Data: [
    { Value: amount }, { Value: companyCodeAmount },
    { Value: exchangeRate,     @UI.Hidden: { $edmJson: { $Eq: [{ $Path: 'currency_code' }, { $Path: 'companyCodeCurrency_code' }] } } },
    { Value: exchangeRateDate, @UI.Hidden: { $edmJson: { $Eq: [{ $Path: 'currency_code' }, { $Path: 'companyCodeCurrency_code' }] } } },
    { Value: sharePercent }
  ] },
  UI.FieldGroup #device: { Data: [
    { Value: orderType_code }, { Value: faultCategory_code }, { Value: resolution_code }, { Value: model }, { Value: serialNumber }, { Value: customer_ID },
    { Value: serviceContract, @UI.Hidden: { $edmJson: { $Not: { $Path: 'serviceContract' } } } }
  ] },
  UI.FieldGroup #object: { Data: [
    { Value: companyCode }, { Value: costObjectKind_code },
    { Value: costCenter,    @UI.Hidden: { $edmJson: { $Not: { $Path: 'costCenter' } } } },
    { Value: internalOrder, @UI.Hidden: { $edmJson: { $Not: { $Path: 'internalOrder' } } } },
    { Value: wbsElement,    @UI.Hidden: { $edmJson: { $Not: { $Path: 'wbsElement' } } } },
    { Value: serviceOrder,  @UI.Hidden: { $edmJson: { $Not: { $Path: 'serviceOrder' } } } },
    { Value: serviceOrderItem, @UI.Hidden: { $edmJson: { $Not: { $Path: 'serviceOrderItem' } } } },
    { Value: incompleteReason, @UI.Hidden: { $edmJson: { $Not: { $Path: 'incompleteReason' } } } },
    { Value: costObjectRule.comment, Label: '{i18n>costObjectRule}', @UI.Hidden: { $edmJson: { $Not: { $Path: 'costObjectRule_ID' } } } },
    { Value: costObjectRule.priority, @UI.Hidden: { $edmJson: { $Not: { $Path: 'costObjectRule_ID' } } } }
  ] },
  UI.FieldGroup #account: { Data: [
    { Value: glAccount }, { Value: offsetAccount },
    { Value: hostAccount, @UI.Hidden: { $edmJson: { $Not: { $Path: 'hostAccount' } } } },
    { Value: taxCode,     @UI.Hidden: { $edmJson: { $Not: { $Path: 'taxCode' } } } },
    { Value: activityType, @UI.Hidden: { $edmJson: { $Not: { $Path: 'activityType' } } } },
    { Value: accountRule.comment, Label: '{i18n>accountRule}', @UI.Hidden: { $edmJson: { $Not: { $Path: 'accountRule_ID' } } } },
    { Value: accountRule.priority, @UI.Hidden: { $edmJson: { $Not: { $Path: 'accountRule_ID' } } } }
  ] },
  UI.FieldGroup #coverage: { Data: [
    { Value: accountingIndicator_code }, { Value: warrantyStatus_code }, { Value: sharePercent },
    { Value: coverageRule.name, Label: '{i18n>coverageRule}', @UI.Hidden: { $edmJson: { $Not: { $Path: 'coverageRule_ID' } } } }
  ] },
  UI.FieldGroup #document: { Data: [
    { Value: postedBy_code }, { Value: postingDate }, { Value: documentDate }, { Value: fiscalPeriod },
    { Value: accountingDocument }, { Value: reversalNumber, @UI.Hidden: { $edmJson: { $Not: { $Path: 'reversalNumber' } } } }
  ] },
  UI.FieldGroup #supplier: { Data: [
    { $Type: 'UI.DataFieldWithUrl', Label: '{i18n>warrantyReturn}', Value: warrantyReturn.number, @UI.Hidden: { $edmJson: { $Not: { $Path: 'warrantyReturn_ID' } } },
      Url: { $edmJson: { $Apply: ['#SparePart-manage&/WarrantyReturns(', { $Path: 'warrantyReturn_ID' }, ')'], $Function: 'odata.concat' } } },
    { Value: recoveredAmount }
  ] },
  UI.FieldGroup #pull: { Data: [{ Value: changeNumber }, { Value: createdAt }, { Value: changedAt }] }
) {
  createdAt @UI.DateTimeStyle: 'short';
  changedAt @UI.DateTimeStyle: 'short';
};
