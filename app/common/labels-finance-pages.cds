using { aftersales as db } from '../../db';

annotate db.IncompleteReasons with @title: '{i18n>IncompleteReasons}' {
  code @title: '{i18n>incompleteReason}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.RepairCosts with {
  incomplete       @title: '{i18n>incompleteReason}';
  incompleteReason @Common: { Text: incomplete.name, TextArrangement: #TextOnly };
}

annotate db.OrderFinances with {
  costs            @title: '{i18n>RepairCosts}';
  postings         @title: '{i18n>CostPostings}';
  billingRequests  @title: '{i18n>BillingRequests}';
  incomplete       @title: '{i18n>incompleteReason}';
  incompleteReason @Common: { Text: incomplete.name, TextArrangement: #TextOnly };
}

// A year is written without a thousands separator.
annotate db.CostPostings with {
  fiscalYear     @Common: { Text: fiscalYearText, TextArrangement: #TextOnly };
  fiscalYearText @title: '{i18n>fiscalYear}'  @UI.Hidden;
}

annotate db.AccrualRuns with {
  fiscalYear     @Common: { Text: fiscalYearText, TextArrangement: #TextOnly };
  fiscalYearText @title: '{i18n>fiscalYear}'  @UI.Hidden;
}

annotate db.PostingPeriods with {
  fiscalYear     @Common: { Text: fiscalYearText, TextArrangement: #TextOnly };
  fiscalYearText @title: '{i18n>fiscalYear}'  @UI.Hidden;
}

annotate db.WarrantyProvisions with {
  fiscalYear     @Common: { Text: fiscalYearText, TextArrangement: #TextOnly };
  fiscalYearText @title: '{i18n>fiscalYear}'  @UI.Hidden;
}

annotate db.OrderFinances with {
  fiscalYear     @Common: { Text: fiscalYearText, TextArrangement: #TextOnly };
  fiscalYearText @title: '{i18n>fiscalYear}'  @UI.Hidden;
}

annotate db.CostPostingLines with {
  costObject @title: '{i18n>costObject}';
}

annotate db.AccrualItems with {
  costObject @title: '{i18n>costObject}';
}
