using { aftersales as db } from '../../db';

annotate db.Regions with @title: '{i18n>Regions}' {
  code          @title: '{i18n>region}'  @Common: { Text: name, TextArrangement: #TextFirst };
  addressRegion @title: '{i18n>addressRegion}';
}

annotate db.Calendars with @title: '{i18n>Calendars}' {
  code          @title: '{i18n>calendar}'  @Common: { Text: name, TextArrangement: #TextFirst };
  name          @title: '{i18n>calendarName}';
  timeZone      @title: '{i18n>timeZone}';
  holidayRegion @title: '{i18n>holidayRegion}'  @Common: { Text: holidayRegion.name, TextArrangement: #TextOnly };
  hasHolidays   @title: '{i18n>hasHolidays}';
  spans         @title: '{i18n>workingHours}';
  exceptions    @title: '{i18n>exceptions}';
}

annotate db.CalendarSpans with @title: '{i18n>CalendarSpans}' {
  ID       @title: '{i18n>id}'  @UI.Hidden;
  calendar @title: '{i18n>calendar}'  @UI.Hidden;
  weekday  @title: '{i18n>weekday}'  @Common: { Text: day.name, TextArrangement: #TextOnly };
  startsAt @title: '{i18n>startsAt}';
  endsAt   @title: '{i18n>endsAt}';
  day      @title: '{i18n>weekday}'  @UI.Hidden;
}

annotate db.CalendarExceptions with @title: '{i18n>CalendarExceptions}' {
  ID       @title: '{i18n>id}'  @UI.Hidden;
  calendar @title: '{i18n>calendar}'  @UI.Hidden;
  day      @title: '{i18n>day}';
  startsAt @title: '{i18n>startsAt}';
  endsAt   @title: '{i18n>endsAt}';
  reason   @title: '{i18n>reason}';
}

annotate db.CalendarVersions with @title: '{i18n>CalendarVersions}' {
  ID         @title: '{i18n>id}'  @UI.Hidden;
  calendar   @title: '{i18n>calendar}'  @Common: { Text: calendar.name, TextArrangement: #TextOnly };
  region     @title: '{i18n>holidayRegion}'  @Common: { Text: region.name, TextArrangement: #TextOnly };
  definition @title: '{i18n>calendarDefinition}';
  revision   @title: '{i18n>calendarRevision}';
  replacedAt @title: '{i18n>replacedAt}';
  userId     @title: '{i18n>userId}';
}

annotate db.Holidays with @title: '{i18n>Holidays}' {
  ID     @title: '{i18n>id}'  @UI.Hidden;
  region @title: '{i18n>region}'  @Common: { Text: region.name, TextArrangement: #TextOnly };
  day    @title: '{i18n>day}';
  name   @title: '{i18n>holidayName}';
}

annotate db.Agreements with @title: '{i18n>Agreements}' {
  ID              @title: '{i18n>id}'  @UI.Hidden;
  number          @title: '{i18n>agreementNumber}';
  name            @title: '{i18n>agreementName}';
  validFrom       @title: '{i18n>validFrom}';
  validTo         @title: '{i18n>validTo}';
  serviceContract @title: '{i18n>serviceContract}';
  customer        @title: '{i18n>customer}'  @Common: { Text: customer.name, TextArrangement: #TextOnly };
  model           @title: '{i18n>model}';
  importance      @title: '{i18n>importance}'  @Common: { Text: importance.name, TextArrangement: #TextOnly };
  priority        @title: '{i18n>priority}'  @Common: { Text: priority.name, TextArrangement: #TextOnly };
  region          @title: '{i18n>region}'  @Common: { Text: region.name, TextArrangement: #TextOnly };
  calendar        @title: '{i18n>calendar}'  @Common: { Text: calendar.name, TextArrangement: #TextOnly };
  warnMinutes     @title: '{i18n>warnMinutes}'  @Measures.Unit: 'min';
  targets         @title: '{i18n>targets}';
  pauses          @title: '{i18n>pauses}';
  terms           @title: '{i18n>agreementTerms}';
}

annotate db.AgreementTargets with @title: '{i18n>AgreementTargets}' {
  ID        @title: '{i18n>id}'  @UI.Hidden;
  agreement @title: '{i18n>agreement}'  @UI.Hidden;
  clock     @title: '{i18n>clock}'  @Common: { Text: clock.name, TextArrangement: #TextOnly };
  minutes   @title: '{i18n>targetMinutes}'  @Measures.Unit: 'min';
  calendar  @title: '{i18n>calendar}'  @Common: { Text: calendar.name, TextArrangement: #TextOnly };
}

annotate db.AgreementPauses with @title: '{i18n>AgreementPauses}' {
  ID         @title: '{i18n>id}'  @UI.Hidden;
  agreement  @title: '{i18n>agreement}'  @UI.Hidden;
  holdReason @title: '{i18n>holdReason}'  @Common: { Text: holdReason.name, TextArrangement: #TextOnly };
  clock      @title: '{i18n>clock}'  @Common: { Text: clock.name, TextArrangement: #TextOnly };
}

annotate db.AgreementTerms with @title: '{i18n>AgreementTerms}' {
  ID          @title: '{i18n>id}'  @UI.Hidden;
  agreement   @title: '{i18n>agreement}'  @UI.Hidden;
  kind        @title: '{i18n>termKind}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  clock       @title: '{i18n>clock}'  @Common: { Text: clock.name, TextArrangement: #TextOnly };
  unitMinutes @title: '{i18n>unitMinutes}'  @Measures.Unit: 'min';
  amount      @title: '{i18n>amount}'  @Measures.ISOCurrency: currency_code;
  maximum     @title: '{i18n>maximumAmount}'  @Measures.ISOCurrency: currency_code;
}

annotate db.ClockKinds with @title: '{i18n>ClockKinds}' {
  code     @title: '{i18n>clock}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
}

annotate db.TermKinds with @title: '{i18n>TermKinds}' {
  code @title: '{i18n>termKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.ClockStatuses with @title: '{i18n>ClockStatuses}' {
  code        @title: '{i18n>clockStatus}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.ClockEventTypes with @title: '{i18n>ClockEventTypes}' {
  code @title: '{i18n>eventType}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.TargetChanges with @title: '{i18n>TargetChanges}' {
  code @title: '{i18n>targetChange}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.Clocks with @title: '{i18n>Clocks}' {
  ID         @title: '{i18n>id}'  @UI.Hidden;
  workOrder  @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  kind       @title: '{i18n>clock}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  agreement  @title: '{i18n>agreement}'  @Common: { Text: agreement.name, TextArrangement: #TextOnly };
  status     @title: '{i18n>clockStatus}'  @Common: { Text: status.name, TextArrangement: #TextOnly };
  startedAt  @title: '{i18n>startedAt}';
  dueAt      @title: '{i18n>dueAt}';
  breachedAt @title: '{i18n>breachedAt}';
  stoppedAt  @title: '{i18n>stoppedAt}';
  eventCount @title: '{i18n>ledgerCount}'  @UI.Hidden;
  events     @title: '{i18n>clockLedger}';
}

annotate db.ClockEvents with @title: '{i18n>ClockEvents}' {
  ID            @title: '{i18n>id}'  @UI.Hidden;
  clock         @title: '{i18n>clock}'  @UI.Hidden;
  workOrder     @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  sequence      @title: '{i18n>sequence}';
  type          @title: '{i18n>eventType}'  @Common: { Text: type.name, TextArrangement: #TextOnly };
  at            @title: '{i18n>eventAt}';
  recordedAt    @title: '{i18n>recordedAt}';
  reason        @title: '{i18n>reason}';
  text          @title: '{i18n>text}';
  userId        @title: '{i18n>userId}';
  holdReason    @title: '{i18n>holdReason}';
  targetChange  @title: '{i18n>targetChange}';
  orderEvent    @title: '{i18n>orderEvent}';
  targetMinutes @title: '{i18n>targetMinutes}'  @Measures.Unit: 'min';
  targetAt      @title: '{i18n>targetAt}';
  calendar      @title: '{i18n>calendar}'  @Common: { Text: calendar.name, TextArrangement: #TextOnly };
  timeZone      @title: '{i18n>timeZone}';
  holidayRegion @title: '{i18n>holidayRegion}'  @Common: { Text: holidayRegion.name, TextArrangement: #TextOnly };
  pauseReasons  @title: '{i18n>pauseReasons}';
  agreement     @title: '{i18n>agreement}'  @Common: { Text: agreement.name, TextArrangement: #TextOnly };
}

annotate db.Weekdays with @title: '{i18n>Weekdays}' {
  code @title: '{i18n>weekday}'  @Common: { Text: name, TextArrangement: #TextOnly };
}
