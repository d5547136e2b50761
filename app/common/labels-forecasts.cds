using { aftersales as db } from '../../db';

annotate db.BreachForecasts with @title: '{i18n>BreachForecasts}' {
  workOrder      @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  risk           @title: '{i18n>breachRisk}'  @Measures.Unit: '%';
  expectedAt     @title: '{i18n>expectedAt}';
  dueAt          @title: '{i18n>dueAt}';
  known          @title: '{i18n>repairsKnown}';
  reasons        @title: '{i18n>breachReasons}';
  computedAt     @title: '{i18n>computedAt}';
  refreshAt      @title: '{i18n>refreshAt}'  @UI.Hidden;
  toldExpectedAt @title: '{i18n>toldExpectedAt}'  @UI.Hidden;
  toldLeadFor    @title: '{i18n>toldLeadFor}'  @UI.Hidden;
}

annotate db.BreachCause with {
  code    @title: '{i18n>reason}';
  percent @title: '{i18n>breachRisk}'  @Measures.Unit: '%';
}

annotate db.NoticeOccasions with @title: '{i18n>NoticeOccasions}' {
  ID        @title: '{i18n>id}'  @UI.Hidden;
  workOrder @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  template  @title: '{i18n>noticeTemplate}';
  at        @title: '{i18n>eventAt}';
}

annotate db.Clocks with {
  forecast @title: '{i18n>BreachForecasts}';
}
