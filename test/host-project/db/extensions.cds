using { aftersales } from 'cap-after-sales/db';
using { cuid, sap.common.CodeList } from '@sap/cds/common';

namespace erp;

// What this company knows of an order, and of its people, beside what the module has.

/** Who has to be asked before somebody enters. */
entity AccessRules : CodeList {
  key code : String(10);
}

/** What the ERP learns of repairs. */
entity RepairLog : cuid {
  workOrder  : Association to aftersales.WorkOrders;
  number     : String(20);
  loggedAt   : Timestamp;
}

extend aftersales.WorkOrders with {
  wing       : String(40);
  accessRule : Association to AccessRules;
}

extend aftersales.Technicians with {
  /** 0 none to 3 everywhere. */
  clearance : Integer;
}
