/** Every line of the books, whichever document wrote it: what tests compare with ours. No API of the host shows it like this. */
entity LedgerLines {
  /** As callers know it: 0100000000/1010/2026, 4900000000/2026, the number of a time sheet entry or of a service confirmation. */
  key document        : String(30);
  key line            : Integer;
  /** BKPFF journal entry, MKPF goods movement, CATS time sheet, SRVC service confirmation. */
  origin              : String(5);
  /** Reference of who asked for it. */
  reference           : String(40);
  /** The document whose mirror this line is. */
  reverses            : String(30);
  companyCode         : String(4);
  fiscalYear          : Integer;
  fiscalPeriod        : Integer;
  postingDate         : Date;
  account             : String(10);
  debitCredit         : String(1);
  costCenter          : String(10);
  internalOrder       : String(12);
  wbsElement          : String(24);
  serviceOrder        : String(10);
  serviceOrderItem    : String(6);
  amount              : Decimal(24, 3);
  currency            : String(5);
  companyCodeAmount   : Decimal(24, 3);
  companyCodeCurrency : String(5);
  text                : String(50);
}
