using { aftersales as db } from '../../db';

annotate db.HostQualityStates with @title: '{i18n>HostQualityStates}' {
  code        @title: '{i18n>hostQualityState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position    @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.HostRemarkKinds with @title: '{i18n>HostRemarkKinds}' {
  code     @title: '{i18n>hostRemarkKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
}

annotate db.HostQualityObjects with @title: '{i18n>HostQualityObjects}' {
  notification @title: '{i18n>qualityNotification}';
  kind         @title: '{i18n>hostObjectKind}';
  document     @title: '{i18n>hostDocument}';
  changedAt    @title: '{i18n>changedAt}';
  snapshot     @title: '{i18n>content}';
  revision     @title: '{i18n>readingCount}';
  readAt       @title: '{i18n>readFromHostAt}';
  isAnnounced  @title: '{i18n>isChangeAnnounced}';
  isRefused    @title: '{i18n>hostRefusal}';
}

annotate db.HostQualityReadings with @title: '{i18n>HostQualityReadings}' {
  kind      @title: '{i18n>hostObjectKind}';
  changedAt @title: '{i18n>changedAt}';
}

annotate db.HostRemarks with @title: '{i18n>HostRemarks}' {
  ID           @title: '{i18n>id}'  @UI.Hidden;
  notification @title: '{i18n>qualityNotification}'  @Common: { Text: notification.number, TextArrangement: #TextOnly };
  kind         @title: '{i18n>hostRemarkKind}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  item         @title: '{i18n>hostItem}';
  before       @title: '{i18n>valueBefore}';
  after        @title: '{i18n>valueAfter}';
  changedAt    @title: '{i18n>changedInHostAt}';
  readAt       @title: '{i18n>readFromHostAt}';
}

annotate db.QualityNotifications with {
  hostState   @title: '{i18n>hostQualityState}'  @Common: { Text: hostState.name, TextArrangement: #TextOnly };
  hostRemarks @title: '{i18n>HostRemarks}';
}
