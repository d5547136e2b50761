using { aftersales as db } from '../../db';

annotate db.MatchingFactors with @title: '{i18n>MatchingFactors}' {
  code     @title: '{i18n>factor}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
  unit     @title: '{i18n>unit}';
}

annotate db.MatchingRules with @title: '{i18n>MatchingRules}' {
  code     @title: '{i18n>matchingRule}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
}

annotate db.MatchingWeights with @title: '{i18n>MatchingWeights}' {
  area      @title: '{i18n>serviceArea}';
  orderType @title: '{i18n>orderType}';
  factor    @title: '{i18n>factor}'  @Common: { Text: factor.name, TextArrangement: #TextOnly };
  minutes   @title: '{i18n>weightMinutes}'  @Measures.Unit: 'min';
}

annotate db.MatchingChanges with @title: '{i18n>MatchingChanges}' {
  subject @title: '{i18n>changedSubject}';
  number  @title: '{i18n>changeNumber}';
}

annotate db.AssignmentStates with @title: '{i18n>AssignmentStates}' {
  code        @title: '{i18n>assignmentState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}';
  isHeld      @title: '{i18n>isHeld}';
}

annotate db.DeclineReasons with @title: '{i18n>DeclineReasons}' {
  code @title: '{i18n>declineReason}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.Assignments with @title: '{i18n>Assignments}' {
  ID             @title: '{i18n>id}'  @UI.Hidden;
  workOrder      @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  technician     @title: '{i18n>technician}'  @Common: { Text: technician.name, TextArrangement: #TextOnly };
  role           @title: '{i18n>crewRole}';
  state          @title: '{i18n>assignmentState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  plannedStart   @title: '{i18n>plannedStart}';
  plannedEnd     @title: '{i18n>plannedEnd}';
  travelMinutes  @title: '{i18n>travelMinutes}'  @Measures.Unit: 'min';
  latitude       @title: '{i18n>latitude}'  @UI.HiddenFilter;
  longitude      @title: '{i18n>longitude}'  @UI.HiddenFilter;
  isPinned       @title: '{i18n>isPinned}';
  offeredAt      @title: '{i18n>offeredAt}';
  answerBy       @title: '{i18n>answerBy}';
  answeredAt     @title: '{i18n>answeredAt}';
  declineReason  @title: '{i18n>declineReason}'  @Common: { Text: declineReason.name, TextArrangement: #TextOnly };
  comment        @title: '{i18n>comment}'  @UI.MultiLineText;
  rank           @title: '{i18n>rank}';
  score          @title: '{i18n>score}';
  bestTechnician @title: '{i18n>bestTechnician}'  @Common: { Text: bestTechnician.name, TextArrangement: #TextOnly };
  bestScore      @title: '{i18n>bestScore}';
  overruleReason @title: '{i18n>overruleReason}'  @UI.MultiLineText;
  factors        @title: '{i18n>AssignmentFactors}';
}

annotate db.AssignmentFactors with @title: '{i18n>AssignmentFactors}' {
  ID           @title: '{i18n>id}'  @UI.Hidden;
  assignment   @title: '{i18n>Assignments}'  @UI.Hidden;
  factor       @title: '{i18n>factor}'  @Common: { Text: factor.name, TextArrangement: #TextOnly };
  raw          @title: '{i18n>measured}';
  score        @title: '{i18n>score}';
  weight       @title: '{i18n>weightMinutes}'  @Measures.Unit: 'min';
  contribution @title: '{i18n>contribution}'  @Measures.Unit: 'min';
}
