using { aftersales as db } from '../../db';

annotate db.Authorities with @title: '{i18n>Authorities}' {
  code @title: '{i18n>authority}'  @Common: { Text: name, TextArrangement: #TextOnly };
  timeZone @title: '{i18n>timeZone}';
  holidayRegion @title: '{i18n>holidayRegion}';
  position @title: '{i18n>position}';
}

annotate db.AuthorityCountries with @title: '{i18n>AuthorityCountries}' {
  authority @title: '{i18n>authority}'  @Common: { Text: authority.name, TextArrangement: #TextOnly };
  country @title: '{i18n>country}';
}

annotate db.DeviceMarkets with @title: '{i18n>DeviceMarkets}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  manufacturer @title: '{i18n>manufacturer}';
  model @title: '{i18n>model}';
  authority @title: '{i18n>authority}'  @Common: { Text: authority.name, TextArrangement: #TextOnly };
  role @title: '{i18n>reporterRole}'  @Common: { Text: role.name, TextArrangement: #TextOnly };
  validFrom @title: '{i18n>validFrom}';
  validTo @title: '{i18n>validTo}';
}

annotate db.ReporterRoles with @title: '{i18n>ReporterRoles}' {
  code @title: '{i18n>reporterRole}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
}

annotate db.AuthorityHolidays with @title: '{i18n>AuthorityHolidays}' {
  region @title: '{i18n>holidayRegion}';
  day @title: '{i18n>holidayDay}';
  name @title: '{i18n>holidayName}';
  isWorkday @title: '{i18n>isWorkday}';
}

annotate db.RegulatoryInputs with @title: '{i18n>RegulatoryInputs}' {
  code @title: '{i18n>regulatoryInput}'  @Common: { Text: name, TextArrangement: #TextOnly };
  unknownCountsAs @title: '{i18n>unknownCountsAs}';
  position @title: '{i18n>position}';
}

annotate db.RegulatoryRuleSets with @title: '{i18n>RegulatoryRuleSets}' {
  code @title: '{i18n>ruleSet}'  @Common: { Text: name, TextArrangement: #TextOnly };
  authority @title: '{i18n>authority}'  @Common: { Text: authority.name, TextArrangement: #TextOnly };
  validFrom @title: '{i18n>validFrom}';
  validTo @title: '{i18n>validTo}';
  source @title: '{i18n>ruleSource}';
  rules @title: '{i18n>RegulatoryRules}';
}

annotate db.RegulatoryRules with @title: '{i18n>RegulatoryRules}' {
  ruleSet @title: '{i18n>ruleSet}'  @Common: { Text: ruleSet.name, TextArrangement: #TextOnly };
  rule @title: '{i18n>regulatoryRule}';
  position @title: '{i18n>position}';
  text @title: '{i18n>ruleText}';
  conditions @title: '{i18n>ruleConditions}';
  isReportable @title: '{i18n>isReportable}';
  reportKind @title: '{i18n>reportKind}'  @Common: { Text: reportKind.name, TextArrangement: #TextOnly };
  period @title: '{i18n>reportPeriod}';
  dayKind @title: '{i18n>dayKind}';
  startsWith @title: '{i18n>clockStart}';
  paragraph @title: '{i18n>paragraph}';
}

annotate db.RegulatoryFollowUps with @title: '{i18n>RegulatoryFollowUps}' {
  ruleSet @title: '{i18n>ruleSet}'  @Common: { Text: ruleSet.name, TextArrangement: #TextOnly };
  reportKind @title: '{i18n>reportKind}'  @Common: { Text: reportKind.name, TextArrangement: #TextOnly };
  period @title: '{i18n>reportPeriod}';
  dayKind @title: '{i18n>dayKind}';
  paragraph @title: '{i18n>paragraph}';
}

annotate db.RegulatoryDecisionStates with @title: '{i18n>RegulatoryDecisionStates}' {
  code @title: '{i18n>decisionState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.RegulatoryDecisions with @title: '{i18n>RegulatoryDecisions}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  notification @title: '{i18n>qualityNotificationOfReport}'  @Common: { Text: notification.number, TextArrangement: #TextOnly };
  authority @title: '{i18n>authority}'  @Common: { Text: authority.name, TextArrangement: #TextOnly };
  sequence @title: '{i18n>decisionSequence}';
  isCurrent @title: '{i18n>isCurrentDecision}';
  state @title: '{i18n>decisionState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  ruleSet @title: '{i18n>ruleSet}'  @Common: { Text: ruleSet.name, TextArrangement: #TextOnly };
  rule @title: '{i18n>regulatoryRule}';
  ruleApplied @title: '{i18n>regulatoryRule}';
  paragraph @title: '{i18n>paragraph}';
  inputs @title: '{i18n>decisionInputs}'  @UI.MultiLineText;
  basis @title: '{i18n>decisionBasis}'  @UI.Hidden;
  isReportable @title: '{i18n>isReportable}';
  proposed @title: '{i18n>proposedByRules}';
  reason @title: '{i18n>decisionReason}'  @UI.MultiLineText;
  awareAt @title: '{i18n>awareAtClock}';
  awareOn @title: '{i18n>awareOnClock}';
  findingAt @title: '{i18n>findingAt}';
  period @title: '{i18n>reportPeriod}';
  dayKind @title: '{i18n>dayKind}';
  dueOn @title: '{i18n>reportDueOn}';
  dueAt @title: '{i18n>reportDueAt}';
  decidedBy @title: '{i18n>decidedByReg}';
  decidedAt @title: '{i18n>decidedAtReg}';
}

annotate db.RegulatoryReportStatuses with @title: '{i18n>RegulatoryReportStatuses}' {
  code @title: '{i18n>regulatoryReportStatus}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.RegulatoryReportKinds with @title: '{i18n>RegulatoryReportKinds}' {
  code @title: '{i18n>reportKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
}

annotate db.RegulatoryReports with @title: '{i18n>RegulatoryReports}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  number @title: '{i18n>regulatoryReport}';
  decision @title: '{i18n>regulatoryDecision}';
  notification @title: '{i18n>qualityNotificationOfReport}'  @Common: { Text: notification.number, TextArrangement: #TextOnly };
  authority @title: '{i18n>authority}'  @Common: { Text: authority.name, TextArrangement: #TextOnly };
  kind @title: '{i18n>reportKind}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  status @title: '{i18n>regulatoryReportStatus}'  @Common: { Text: status.name, TextArrangement: #TextOnly };
  paragraph @title: '{i18n>paragraph}';
  follows @title: '{i18n>followsReport}'  @Common: { Text: follows.number, TextArrangement: #TextOnly };
  awareAt @title: '{i18n>awareAtClock}';
  awareOn @title: '{i18n>awareOnClock}';
  dueOn @title: '{i18n>reportDueOn}';
  dueAt @title: '{i18n>reportDueAt}';
  warnAt50 @title: '{i18n>warnAt50}';
  warnAt75 @title: '{i18n>warnAt75}';
  warnedLevel @title: '{i18n>warnedLevel}';
  fields @title: '{i18n>RegulatoryReportFields}';
  warnings @title: '{i18n>RegulatoryWarnings}';
  submittedAt @title: '{i18n>reportSubmittedAt}';
  submittedBy @title: '{i18n>reportSubmittedBy}';
  reference @title: '{i18n>authorityReference}';
  isLate @title: '{i18n>isLateReport}';
}

annotate db.ReportFormFields with @title: '{i18n>ReportFormFields}' {
  authority @title: '{i18n>authority}'  @Common: { Text: authority.name, TextArrangement: #TextOnly };
  field @title: '{i18n>formField}';
  position @title: '{i18n>position}';
  section @title: '{i18n>formSection}';
  label @title: '{i18n>formLabel}';
  isRequired @title: '{i18n>isRequiredField}';
  valueList @title: '{i18n>formValueList}';
  source @title: '{i18n>fieldSource}';
}

annotate db.ReportValues with @title: '{i18n>ReportValues}' {
  valueList @title: '{i18n>formValueList}';
  value @title: '{i18n>formValue}'  @Common: { Text: name, TextArrangement: #TextOnly };
  name @title: '{i18n>formValueName}';
  position @title: '{i18n>position}';
}

annotate db.RegulatoryReportFields with @title: '{i18n>RegulatoryReportFields}' {
  report @title: '{i18n>regulatoryReport}'  @UI.Hidden;
  field @title: '{i18n>formField}';
  authority @title: '{i18n>authority}'  @UI.Hidden;
  position @title: '{i18n>position}'  @UI.Hidden;
  value @title: '{i18n>fieldValue}'  @UI.MultiLineText;
  isManual @title: '{i18n>isManualEntry}';
  form @title: '{i18n>formLabel}';
}

annotate db.RegulatoryWarnings with @title: '{i18n>RegulatoryWarnings}' {
  ID @title: '{i18n>id}'  @UI.Hidden;
  report @title: '{i18n>regulatoryReport}'  @Common: { Text: report.number, TextArrangement: #TextOnly };
  notification @title: '{i18n>qualityNotificationOfReport}'  @Common: { Text: notification.number, TextArrangement: #TextOnly };
  level @title: '{i18n>timeUsed}';
  raisedAt @title: '{i18n>warningRaisedAt}';
  dueAt @title: '{i18n>reportDueAt}';
  acknowledgedAt @title: '{i18n>acknowledgedAtReg}';
  acknowledgedBy @title: '{i18n>acknowledgedByReg}';
}

annotate db.QualityNotifications with {
  regulatoryDecisions @title: '{i18n>RegulatoryDecisions}';
  regulatoryReports @title: '{i18n>RegulatoryReports}';
}
