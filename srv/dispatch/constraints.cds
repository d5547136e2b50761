using { aftersales.DispatchService } from './service';

annotate DispatchService.Technicians with @(
  Capabilities.DeleteRestrictions.Deletable: false,
  cds.search: { number, name, userId, employeeNumber }
) {
  number           @mandatory  @Core.Immutable;
  name             @mandatory;
  area             @mandatory  @assert.target;
  calendar         @mandatory  @assert.target;
  currency         @assert.target;
  timeZone         @mandatory;
  email            @assert.format: '^[^@\s]+@[^@\s]+\.[^@\s]+$'  @assert.format.message: 'EMAIL_INVALID';
  phone            @assert.format: '^[0-9+()/. x-]*$'            @assert.format.message: 'PHONE_INVALID';
  homeLatitude     @assert.range: [-90, 90];
  homeLongitude    @assert.range: [-180, 180]
                   @assert: (case when (homeLatitude is null and homeLongitude is not null) or (homeLatitude is not null and homeLongitude is null) then 'PLACE_INCOMPLETE' end);
  depotLatitude    @assert.range: [-90, 90];
  depotLongitude   @assert.range: [-180, 180]
                   @assert: (case when (depotLatitude is null and depotLongitude is not null) or (depotLatitude is not null and depotLongitude is null) then 'PLACE_INCOMPLETE' end);
  startsAtDepot    @assert: (case when startsAtDepot = true and depotLatitude is null then 'DEPOT_WITHOUT_PLACE' end);
  capacity         @assert.range: [1, 50];
  overtimeMinutes  @assert.range: [0, 720];
  costRate         @assert: (case when costRate < 0 then 'RATE_NEGATIVE' end);
  scheduleVersion  @readonly;
  acceptanceRate   @readonly;
  ratingAverage    @readonly;
  ratingCount      @readonly;
  repairCount      @readonly;
  firstTimeFixRate @readonly;
};

annotate DispatchService.Skills with {
  skill   @mandatory  @assert.target;
  level   @mandatory  @assert: (case when level < 1 or level > 5 then 'SKILL_LEVEL_UNKNOWN' end);
  validTo @assert: (case when validTo < validFrom then 'VALIDITY_REVERSED' end);
};

annotate DispatchService.Certificates with {
  kind    @mandatory  @assert.target;
  validTo @assert: (case when validTo < validFrom then 'VALIDITY_REVERSED' end);
};

annotate DispatchService.CertificateModels with { model @mandatory };

annotate DispatchService.Trainings with {
  title       @mandatory;
  completedOn @mandatory;
  validTo     @assert: (case when validTo < completedOn then 'VALIDITY_REVERSED' end);
};

annotate DispatchService.Absences with {
  kind     @mandatory  @assert.target;
  startsAt @mandatory;
  endsAt   @mandatory  @assert: (case when endsAt <= startsAt then 'END_BEFORE_START' end);
};

annotate DispatchService.Tools with {
  kind           @mandatory  @assert.target;
  calibrationDue @assert: (case when calibrationDue < calibratedOn then 'CALIBRATION_REVERSED' end);
};

annotate DispatchService.TechnicianAreas     with { area     @mandatory  @assert.target };
annotate DispatchService.TechnicianLanguages with { language @mandatory  @assert.target };

annotate DispatchService.ServiceAreas with {
  code     @mandatory;
  name     @mandatory;
  timeZone @mandatory;
  currency @assert.target;
  detour   @assert: (case when detour < 1 or detour > 5 then 'DETOUR_UNLIKELY' end);
  speed    @assert.range: [5, 150];
};

annotate DispatchService.ServiceAreaPlaces with {
  country  @mandatory  @assert.format: '^[A-Z]{2}$'  @assert.format.message: 'COUNTRY_CODE_INVALID';
  postalTo @assert: (case when (postalFrom is null and postalTo is not null) or (postalFrom is not null and postalTo is null) then 'POSTAL_RANGE_INCOMPLETE' end);
};

annotate DispatchService.WorkRequirements with {
  orderType     @assert.target;
  faultCategory @assert.target;
  deviceClass   @assert.target;
  skill         @assert.target;
  certificate   @assert.target;
  tool          @assert.target;
  minimumLevel  @assert: (case when minimumLevel < 1 or minimumLevel > 5 then 'SKILL_LEVEL_UNKNOWN' end);
  crewSize      @assert.range: [1, 2];
  minutes       @assert: (case when minutes <= 0 then 'MINUTES_NOT_POSITIVE' end);
};

annotate DispatchService.CustomerPreferences with {
  customer   @mandatory  @assert.target;
  technician @mandatory  @assert.target;
};

annotate DispatchService.SkillTags        with { code @mandatory; name @mandatory; };
annotate DispatchService.CertificateKinds with { code @mandatory; name @mandatory; };
annotate DispatchService.ToolKinds        with { code @mandatory; name @mandatory; };
annotate DispatchService.AbsenceKinds     with { code @mandatory; name @mandatory; };

// What proves a qualification: scanned certificates and training records.
annotate DispatchService.Technicians.attachments with {
  content @Validation.Maximum: '20MB'  @Core.AcceptableMediaTypes: ['image/jpeg', 'image/png', 'image/heic', 'application/pdf'];
};
