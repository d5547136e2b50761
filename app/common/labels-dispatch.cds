using { aftersales as db } from '../../db';

annotate db.ServiceAreas with @title: '{i18n>ServiceAreas}' {
  code     @title: '{i18n>serviceArea}'  @Common: { Text: name, TextArrangement: #TextFirst };
  timeZone @title: '{i18n>timeZone}'  @Common.IsTimezone;
  detour   @title: '{i18n>detour}';
  speed    @title: '{i18n>speed}'  @Measures.Unit: 'km/h';
  places   @title: '{i18n>areaPlaces}';
}

annotate db.ServiceAreaPlaces with @title: '{i18n>ServiceAreaPlaces}' {
  ID         @title: '{i18n>id}'  @UI.Hidden;
  area       @title: '{i18n>serviceArea}'  @UI.Hidden;
  country    @title: '{i18n>country}';
  region     @title: '{i18n>region}';
  postalFrom @title: '{i18n>postalFrom}';
  postalTo   @title: '{i18n>postalTo}';
}

annotate db.SkillTags with @title: '{i18n>SkillTags}' {
  code @title: '{i18n>skill}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.CertificateKinds with @title: '{i18n>CertificateKinds}' {
  code @title: '{i18n>certificateKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.ToolKinds with @title: '{i18n>ToolKinds}' {
  code             @title: '{i18n>toolKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
  needsCalibration @title: '{i18n>needsCalibration}';
}

annotate db.AbsenceKinds with @title: '{i18n>AbsenceKinds}' {
  code @title: '{i18n>absenceKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.ExpiryHorizons with @title: '{i18n>ExpiryHorizons}' {
  code        @title: '{i18n>horizon}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position    @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.WorkRequirements with @title: '{i18n>WorkRequirements}' {
  ID            @title: '{i18n>id}'  @UI.Hidden;
  orderType     @title: '{i18n>orderType}'  @Common: { Text: orderType.name, TextArrangement: #TextOnly };
  faultCategory @title: '{i18n>faultCategory}'  @Common: { Text: faultCategory.name, TextArrangement: #TextOnly };
  deviceClass   @title: '{i18n>deviceClass}'  @Common: { Text: deviceClass.name, TextArrangement: #TextOnly };
  model         @title: '{i18n>model}';
  skill         @title: '{i18n>skill}'  @Common: { Text: skill.name, TextArrangement: #TextOnly };
  minimumLevel  @title: '{i18n>minimumLevel}';
  certificate   @title: '{i18n>certificateKind}'  @Common: { Text: certificate.name, TextArrangement: #TextOnly };
  tool          @title: '{i18n>toolKind}'  @Common: { Text: tool.name, TextArrangement: #TextOnly };
  crewSize      @title: '{i18n>crewSize}';
  minutes       @title: '{i18n>expectedMinutes}'  @Measures.Unit: 'min';
}

annotate db.CustomerPreferences with @title: '{i18n>CustomerPreferences}' {
  ID         @title: '{i18n>id}'  @UI.Hidden;
  customer   @title: '{i18n>customer}'  @Common: { Text: customer.name, TextArrangement: #TextOnly };
  technician @title: '{i18n>technician}'  @Common: { Text: technician.name, TextArrangement: #TextOnly };
  isExcluded @title: '{i18n>isExcluded}';
  reason     @title: '{i18n>reason}';
}

annotate db.Technicians with {
  employeeNumber   @title: '{i18n>employeeNumber}';
  area             @title: '{i18n>serviceArea}'  @Common: { Text: area.name, TextArrangement: #TextOnly };
  timeZone         @title: '{i18n>timeZone}'  @Common.IsTimezone;
  country          @title: '{i18n>country}';
  region           @title: '{i18n>region}';
  homeLatitude     @title: '{i18n>homeLatitude}';
  homeLongitude    @title: '{i18n>homeLongitude}';
  startsAtDepot    @title: '{i18n>startsAtDepot}';
  depotName        @title: '{i18n>depotName}';
  depotLatitude    @title: '{i18n>depotLatitude}';
  depotLongitude   @title: '{i18n>depotLongitude}';
  calendar         @title: '{i18n>workingHoursCalendar}'  @Common: { Text: calendar.name, TextArrangement: #TextOnly };
  capacity         @title: '{i18n>capacity}';
  overtimeMinutes  @title: '{i18n>overtimeMinutes}'  @Measures.Unit: 'min';
  plant            @title: '{i18n>plant}';
  storageLocation  @title: '{i18n>vanStorageLocation}';
  costRate         @title: '{i18n>costRate}'  @Measures.ISOCurrency: currency_code;
  activityType     @title: '{i18n>activityType}';
  costCenter       @title: '{i18n>costCenter}';
  scheduleVersion  @title: '{i18n>scheduleVersion}'  @UI.Hidden;
  acceptanceRate   @title: '{i18n>acceptanceRate}'  @Measures.Unit: '%';
  ratingAverage    @title: '{i18n>ratingAverage}';
  ratingCount      @title: '{i18n>ratingCount}';
  repairCount      @title: '{i18n>repairCount}';
  firstTimeFixRate @title: '{i18n>firstTimeFixRate}'  @Measures.Unit: '%';
  furtherAreas     @title: '{i18n>furtherAreas}';
  skills           @title: '{i18n>SkillTags}';
  certificates     @title: '{i18n>certificates}';
  trainings        @title: '{i18n>trainings}';
  absences         @title: '{i18n>absences}';
  tools            @title: '{i18n>tools}';
  languages        @title: '{i18n>languages}';
  attachments      @title: '{i18n>attachments}';
  performance      @title: '{i18n>performance}';
}

annotate db.TechnicianAreas with @title: '{i18n>TechnicianAreas}' {
  ID         @title: '{i18n>id}'  @UI.Hidden;
  technician @title: '{i18n>technician}'  @UI.Hidden;
  area       @title: '{i18n>serviceArea}'  @Common: { Text: area.name, TextArrangement: #TextOnly };
}

annotate db.Skills with @title: '{i18n>TechnicianSkills}' {
  ID         @title: '{i18n>id}'  @UI.Hidden;
  technician @title: '{i18n>technician}'  @UI.Hidden;
  skill      @title: '{i18n>skill}'  @Common: { Text: skill.name, TextArrangement: #TextOnly };
  level      @title: '{i18n>skillLevel}';
  validFrom  @title: '{i18n>validFrom}';
  validTo    @title: '{i18n>validTo}';
}

annotate db.Certificates with @title: '{i18n>TechnicianCertificates}' {
  ID         @title: '{i18n>id}'  @UI.Hidden;
  technician @title: '{i18n>technician}'  @Common: { Text: technician.name, TextArrangement: #TextOnly };
  kind       @title: '{i18n>certificateKind}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  number     @title: '{i18n>certificateNumber}';
  issuer     @title: '{i18n>issuer}';
  validFrom  @title: '{i18n>validFrom}';
  validTo    @title: '{i18n>validTo}';
  models     @title: '{i18n>coveredModels}';
}

annotate db.CertificateModels with @title: '{i18n>CertificateModels}' {
  ID          @title: '{i18n>id}'  @UI.Hidden;
  certificate @title: '{i18n>certificateKind}'  @UI.Hidden;
  model       @title: '{i18n>model}';
}

annotate db.Trainings with @title: '{i18n>TechnicianTrainings}' {
  ID          @title: '{i18n>id}'  @UI.Hidden;
  technician  @title: '{i18n>technician}'  @UI.Hidden;
  title       @title: '{i18n>trainingTitle}';
  trainer     @title: '{i18n>trainer}';
  completedOn @title: '{i18n>completedOn}';
  validTo     @title: '{i18n>validTo}';
  result      @title: '{i18n>trainingResult}';
}

annotate db.Absences with @title: '{i18n>TechnicianAbsences}' {
  ID         @title: '{i18n>id}'  @UI.Hidden;
  technician @title: '{i18n>technician}'  @UI.Hidden;
  kind       @title: '{i18n>absenceKind}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  startsAt   @title: '{i18n>absentFrom}';
  endsAt     @title: '{i18n>absentTo}';
  comment    @title: '{i18n>comment}';
}

annotate db.Tools with @title: '{i18n>TechnicianTools}' {
  ID             @title: '{i18n>id}'  @UI.Hidden;
  technician     @title: '{i18n>technician}'  @Common: { Text: technician.name, TextArrangement: #TextOnly };
  kind           @title: '{i18n>toolKind}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  serialNumber   @title: '{i18n>serialNumber}';
  calibratedOn   @title: '{i18n>calibratedOn}';
  calibrationDue @title: '{i18n>calibrationDue}';
}

annotate db.TechnicianLanguages with @title: '{i18n>TechnicianLanguages}' {
  ID         @title: '{i18n>id}'  @UI.Hidden;
  technician @title: '{i18n>technician}'  @UI.Hidden;
  language   @title: '{i18n>language}'  @Common: { Text: language.name, TextArrangement: #TextOnly };
}

annotate db.TechnicianRepairs with @title: '{i18n>TechnicianRepairs}' {
  workOrder      @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  technician     @title: '{i18n>technician}'  @Common: { Text: technician.name, TextArrangement: #TextOnly };
  model          @title: '{i18n>model}';
  faultCategory  @title: '{i18n>faultCategory}';
  completedAt    @title: '{i18n>completedAt}';
  minutes        @title: '{i18n>repairMinutes}'  @Measures.Unit: 'min';
  isFirstTimeFix @title: '{i18n>firstTimeFix}';
  rating         @title: '{i18n>rating}';
}

annotate db.TechnicianPerformance with @title: '{i18n>TechnicianPerformance}' {
  technician     @title: '{i18n>technician}'  @Common: { Text: technician.name, TextArrangement: #TextOnly };
  model          @title: '{i18n>model}';
  faultCategory  @title: '{i18n>faultCategory}';
  repairs        @title: '{i18n>repairCount}';
  firstTimeFixes @title: '{i18n>firstTimeFixes}';
  timedRepairs   @title: '{i18n>timedRepairs}';
  minutes        @title: '{i18n>minutesTotal}'  @Measures.Unit: 'min';
}

annotate db.WorkOrders with {
  serviceArea @title: '{i18n>serviceArea}'  @Common: { Text: serviceArea.name, TextArrangement: #TextOnly };
}
