using { aftersales.DataPrivacyService } from '../../srv/data-privacy';
using from './stored';

annotate DataPrivacyService.LegalHolds with { isHeld @title: '{i18n>isHeld}'  @UI.Hidden; };
annotate DataPrivacyService.SealedValues with {
  entity      @Common: { Text: entityName, TextArrangement: #TextOnly };
  element     @Common: { Text: elementName, TextArrangement: #TextOnly };
  entityName  @title: '{i18n>sealedEntity}'   @UI.Hidden;
  elementName @title: '{i18n>sealedElement}'  @UI.Hidden;
};
annotate DataPrivacyService.PersonalDataLog with {
  event      @Common: { Text: eventName, TextArrangement: #TextOnly };
  objectType @Common: { Text: objectName, TextArrangement: #TextOnly };
  objectID   @Common: { Text: rowsText, TextArrangement: #TextOnly };
  attributes @Common: { Text: fields, TextArrangement: #TextOnly };
  eventName  @title: '{i18n>loggedEvent}'       @UI.Hidden;
  objectName @title: '{i18n>loggedType}'        @UI.Hidden;
  rowsText   @title: '{i18n>loggedKey}'         @UI.Hidden;
  fields     @title: '{i18n>loggedAttributes}'  @UI.Hidden;
};
annotate DataPrivacyService.DataSubjects with {
  kind     @Common: { Text: kindName, TextArrangement: #TextOnly };
  kindName @title: '{i18n>subjectKind}'  @UI.Hidden;
};
annotate DataPrivacyService.RetentionRules with {
  orderType   @Common: { Text: orderType.name, TextArrangement: #TextOnly };
  deviceClass @Common: { Text: deviceClass.name, TextArrangement: #TextOnly };
};
annotate DataPrivacyService.RetentionRuns with {
  plannedCount @title: '{i18n>plannedCount}';
  heldCount    @title: '{i18n>heldCount}';
  doneCount    @title: '{i18n>retentionDoneCount}';
};
annotate DataPrivacyService.RetentionRuns with actions { start(comment @title: '{i18n>runComment}'); };
annotate DataPrivacyService.simulate with (kind @title: '{i18n>runKindToDo}', object @title: '{i18n>privacyObject}');
annotate DataPrivacyService.CurrentUser with @UI.Hidden { userId @title: '{i18n>userId}'; mayMaintain @title: '{i18n>mayMaintainPrivacy}'; };
