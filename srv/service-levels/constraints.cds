using { aftersales.ServiceLevelService } from './service';

annotate ServiceLevelService.Agreements with {
  number     @mandatory;
  name       @mandatory;
  calendar   @mandatory  @assert.target;
  customer   @assert.target;
  importance @assert.target;
  priority   @assert.target;
  region     @assert.target;
  validTo    @assert: (case when validTo < validFrom then 'VALIDITY_REVERSED' end);
  warnMinutes @assert: (case when warnMinutes < 0 then 'MINUTES_NEGATIVE' end);
};

annotate ServiceLevelService.AgreementTargets with {
  clock    @mandatory  @assert.target;
  minutes  @mandatory  @assert: (case when minutes <= 0 then 'MINUTES_NOT_POSITIVE' end);
  calendar @assert.target;
};

annotate ServiceLevelService.AgreementPauses with {
  holdReason @mandatory  @assert.target;
  clock      @assert.target;
};

annotate ServiceLevelService.AgreementTerms with {
  kind        @mandatory  @assert.target;
  clock       @assert.target;
  unitMinutes @assert: (case when unitMinutes <= 0 then 'MINUTES_NOT_POSITIVE' end);
  amount      @mandatory  @assert: (case when amount < 0 then 'AMOUNT_NEGATIVE' end);
  currency    @assert.target;
  maximum     @assert: (case when maximum < amount then 'MAXIMUM_BELOW_AMOUNT' end);
  currency    @mandatory;
};

annotate ServiceLevelService.Calendars with {
  code          @mandatory;
  name          @mandatory;
  holidayRegion @assert.target;
};

annotate ServiceLevelService.CalendarSpans with {
  weekday  @mandatory  @assert: (case when weekday < 1 or weekday > 7 then 'WEEKDAY_UNKNOWN' end);
  startsAt @mandatory  @assert.format: '^([01][0-9]|2[0-3]):[0-5][0-9]$'        @assert.format.message: 'TIME_OF_DAY_INVALID';
  endsAt   @mandatory  @assert.format: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' @assert.format.message: 'TIME_OF_DAY_INVALID';
};

annotate ServiceLevelService.CalendarExceptions with {
  day      @mandatory;
  startsAt @assert.format: '^([01][0-9]|2[0-3]):[0-5][0-9]$'        @assert.format.message: 'TIME_OF_DAY_INVALID';
  endsAt   @assert.format: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' @assert.format.message: 'TIME_OF_DAY_INVALID'
           @assert: (case when (startsAt is null and endsAt is not null) or (startsAt is not null and endsAt is null) then 'SPAN_INCOMPLETE' end);
};

annotate ServiceLevelService.Holidays with {
  region @mandatory  @assert.target;
  day    @mandatory;
  name   @mandatory;
};

annotate ServiceLevelService.Regions with {
  code @mandatory  @assert.format: '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'  @assert.format.message: 'REGION_CODE_INVALID';
};
