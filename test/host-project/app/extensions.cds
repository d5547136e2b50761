using { aftersales, aftersales.WorkOrderService } from 'cap-after-sales/app/work-orders';
using { aftersales.DispatchService } from 'cap-after-sales/app/technicians';
using { erp } from '../db/extensions';
using from '../srv/extensions';

// Labels of the new fields, and their places in the module's own pages: `...` is what stands there already.

annotate aftersales.WorkOrders with {
  wing       @title: '{i18n>erp.wing}';
  accessRule @title: '{i18n>erp.accessRule}'  @Common: { Text: accessRule.name, TextArrangement: #TextOnly }  @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'AccessRules',
    Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: accessRule_code, ValueListProperty: 'code' }]
  };
}

annotate erp.AccessRules with {
  code @title: '{i18n>erp.accessRule}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate WorkOrderService.WorkOrders with @(
  UI.FieldGroup #site: { Data: [..., { Value: wing }, { Value: accessRule_code }] },
  UI.SelectionFields: [..., wing],
  UI.LineItem: [..., { Value: wing, @UI.Importance: #High }]
);

annotate aftersales.Technicians with {
  clearance @title: '{i18n>erp.clearance}'  @assert.range: [0, 3];
}

annotate DispatchService.Technicians with @(UI.FieldGroup #person: { Data: [..., { Value: clearance }] });
