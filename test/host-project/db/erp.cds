using { sap.common.CodeList } from '@sap/cds/common';

namespace erp;

/** The company's own: it was there before after-sales service came. */
entity Wards : CodeList {
  key code  : String(10);
      floor : Integer;
}
