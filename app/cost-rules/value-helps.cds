using { aftersales.FinanceService } from '../../srv/finance';

// Choices instead of codes.

annotate FinanceService.CostObjectRules with {
  orderType @Common.ValueListWithFixedValues;
  warrantyStatus @Common.ValueListWithFixedValues;
  accountingIndicator @Common.ValueListWithFixedValues;
  costType @Common.ValueListWithFixedValues;
  costObjectKind @Common.ValueListWithFixedValues;
  companyCode @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'CompanyCodes',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: companyCode_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};

annotate FinanceService.AccountRules with {
  orderType @Common.ValueListWithFixedValues;
  accountingIndicator @Common.ValueListWithFixedValues;
  costType @Common.ValueListWithFixedValues;
  companyCode @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'CompanyCodes',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: companyCode_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};

annotate FinanceService.CoverageRules with {
  orderType @Common.ValueListWithFixedValues;
  accountingIndicator @Common.ValueListWithFixedValues;
  costType @Common.ValueListWithFixedValues;
  companyCode @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'CompanyCodes',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: companyCode_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};

annotate FinanceService.ActivityRates with {
  currency @Common.ValueListWithFixedValues;
  companyCode @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'CompanyCodes',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: companyCode_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};

annotate FinanceService.WarrantyProvisions with {
  currency @Common.ValueListWithFixedValues;
  companyCode @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'CompanyCodes',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: companyCode_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};

annotate FinanceService.PostingPeriods with {
  companyCode @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'CompanyCodes',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: companyCode_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};

annotate FinanceService.CoverageShares with {
  accountingIndicator @Common.ValueListWithFixedValues;
};

annotate FinanceService.CompanyCodes with {
  currency @Common.ValueListWithFixedValues;
  fiscalYearVariant @Common.ValueListWithFixedValues;
};

annotate FinanceService.ExchangeRates with {
  fromCurrency @Common.ValueListWithFixedValues;
  toCurrency @Common.ValueListWithFixedValues;
};
