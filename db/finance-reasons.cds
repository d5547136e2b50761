namespace aftersales;

using { sap.common.CodeList } from '@sap/cds/common';
using { aftersales as costs } from './finance';

/** What a cost lacks to be posted, in words; the description says what to do. */
entity IncompleteReasons : CodeList {
  key code : String(40);
}

extend entity costs.RepairCosts with {
  incomplete : Association to IncompleteReasons on incomplete.code = incompleteReason;
}
extend entity costs.OrderFinances with {
  incomplete : Association to IncompleteReasons on incomplete.code = incompleteReason;
}
