using { aftersales as db } from '../../db';

annotate db.Clocks with {
  level @title: '{i18n>warningLevel}'  @Common: { Text: level.name, TextArrangement: #TextOnly };
  rule  @title: '{i18n>warningRule}'  @Common: { Text: rule.name, TextArrangement: #TextOnly };
}

annotate db.Warnings with @title: '{i18n>Warnings}' {
  ID              @title: '{i18n>id}'  @UI.Hidden;
  workOrder       @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  clock           @title: '{i18n>clock}'  @Common: { Text: clock.kind.name, TextArrangement: #TextOnly };
  rule            @title: '{i18n>warningRule}'  @Common: { Text: rule.name, TextArrangement: #TextOnly };
  level           @title: '{i18n>warningLevel}'  @Common: { Text: level.name, TextArrangement: #TextOnly };
  state           @title: '{i18n>warningState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  fireAt          @title: '{i18n>fireAt}';
  firedAt         @title: '{i18n>firedAt}';
  hours           @title: '{i18n>workingHours}'  @UI.Hidden;
  escalationLevel @title: '{i18n>escalationLevel}';
  escalateAt      @title: '{i18n>escalateAt}';
  person          @title: '{i18n>asked}';
  acknowledgedAt  @title: '{i18n>acknowledgedAt}';
  acknowledgedBy  @title: '{i18n>acknowledgedBy}';
  handedOverAt    @title: '{i18n>handedOverAt}';
  handedOverBy    @title: '{i18n>handedOverBy}';
  comment         @title: '{i18n>warningComment}'  @UI.MultiLineText;
  closedAt        @title: '{i18n>warningClosedAt}';
  turn            @title: '{i18n>turn}'  @UI.Hidden;
}

annotate db.OnCallPersons with @title: '{i18n>OnCallPersons}' {
  ID        @title: '{i18n>id}'  @UI.Hidden;
  name      @title: '{i18n>person}';
  userId    @title: '{i18n>userId}';
  email     @title: '{i18n>email}';
  language  @title: '{i18n>language}'  @Common: { Text: tongue.name, TextArrangement: #TextOnly };
  timeZone  @title: '{i18n>timeZone}';
  quietFrom @title: '{i18n>quietFrom}';
  quietTo   @title: '{i18n>quietTo}';
  tongue    @title: '{i18n>language}'  @UI.Hidden;
}

annotate db.OnCallShifts with @title: '{i18n>OnCallShifts}' {
  ID       @title: '{i18n>id}'  @UI.Hidden;
  team     @title: '{i18n>team}';
  region   @title: '{i18n>region}'  @Common: { Text: region.name, TextArrangement: #TextOnly };
  timeZone @title: '{i18n>timeZone}';
  startsAt @title: '{i18n>startsAt}';
  endsAt   @title: '{i18n>endsAt}';
  main     @title: '{i18n>mainPerson}'  @Common: { Text: main.name, TextArrangement: #TextOnly };
  standBy  @title: '{i18n>standByPerson}'  @Common: { Text: standBy.name, TextArrangement: #TextOnly };
  lead     @title: '{i18n>leadPerson}'  @Common: { Text: lead.name, TextArrangement: #TextOnly };
}

annotate db.EscalationSteps with @title: '{i18n>EscalationSteps}' {
  level          @title: '{i18n>escalationLevel}';
  role           @title: '{i18n>escalationRole}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  part           @title: '{i18n>escalationRole}'  @UI.Hidden;
  respondMinutes @title: '{i18n>respondMinutes}'  @Measures.Unit: 'min';
  actMinutes     @title: '{i18n>actMinutes}'  @Measures.Unit: 'min';
}

annotate db.NoticeTemplates with @title: '{i18n>NoticeTemplates}' {
  template @title: '{i18n>noticeTemplate}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  language @title: '{i18n>language}'  @Common: { Text: tongue.name, TextArrangement: #TextOnly };
  subject  @title: '{i18n>subject}';
  body     @title: '{i18n>noticeBody}'  @UI.MultiLineText;
  isActive @title: '{i18n>isActive}';
  tongue   @title: '{i18n>language}'  @UI.Hidden;
  kind     @title: '{i18n>noticeTemplate}'  @UI.Hidden;
}

annotate db.Notices with @title: '{i18n>Notices}' {
  ID        @title: '{i18n>id}'  @UI.Hidden;
  workOrder @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  warning   @title: '{i18n>warning}'  @UI.Hidden;
  matter    @title: '{i18n>matter}'  @UI.Hidden;
  person    @title: '{i18n>person}'  @Common: { Text: person.name, TextArrangement: #TextOnly };
  customer  @title: '{i18n>customer}'  @Common: { Text: customer.name, TextArrangement: #TextOnly };
  recipient @title: '{i18n>recipient}';
  channel   @title: '{i18n>noticeChannel}'  @Common: { Text: channel.name, TextArrangement: #TextOnly };
  template  @title: '{i18n>noticeTemplate}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  language  @title: '{i18n>language}'  @Common: { Text: tongue.name, TextArrangement: #TextOnly };
  subject   @title: '{i18n>subject}';
  body      @title: '{i18n>noticeBody}'  @UI.MultiLineText;
  state     @title: '{i18n>noticeState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  createdAt @title: '{i18n>createdAt}';
  sendAfter @title: '{i18n>sendAfter}';
  sentAt    @title: '{i18n>sentAt}';
  readAt    @title: '{i18n>noticeReadAt}';
  attempts  @title: '{i18n>attempts}';
  error     @title: '{i18n>noticeError}';
  turn      @title: '{i18n>turn}'  @UI.Hidden;
  tongue    @title: '{i18n>language}'  @UI.Hidden;
  kind     @title: '{i18n>noticeTemplate}'  @UI.Hidden;
}

annotate db.WarningLevels with @title: '{i18n>WarningLevels}' {
  code        @title: '{i18n>warningLevel}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.WarningStates with @title: '{i18n>WarningStates}' {
  code        @title: '{i18n>warningState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position    @title: '{i18n>position}'  @UI.Hidden;
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.WarningRules with @title: '{i18n>WarningRules}' {
  code          @title: '{i18n>warningRule}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position      @title: '{i18n>position}'  @UI.Hidden;
  level         @title: '{i18n>warningLevel}'  @Common: { Text: level.name, TextArrangement: #TextOnly };
  percent       @title: '{i18n>percentUsed}';
  escalates     @title: '{i18n>escalates}';
  tellsCustomer @title: '{i18n>tellsCustomer}';
}

annotate db.NoticeChannels with @title: '{i18n>NoticeChannels}' {
  code @title: '{i18n>noticeChannel}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.NoticeStates with @title: '{i18n>NoticeStates}' {
  code        @title: '{i18n>noticeState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.NoticeLanguages with @title: '{i18n>NoticeLanguages}' {
  code @title: '{i18n>language}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.EscalationRoles with @title: '{i18n>EscalationRoles}' {
  code @title: '{i18n>escalationRole}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.NoticeKinds with @title: '{i18n>NoticeKinds}' {
  code @title: '{i18n>noticeTemplate}'  @Common: { Text: name, TextArrangement: #TextOnly };
}
