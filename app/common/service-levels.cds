using { aftersales.ServiceLevelService } from '../../srv/service-levels';
using from './stored';

annotate ServiceLevelService.Clocks with {
  isOverdue @title: '{i18n>isOverdue}';
}

annotate ServiceLevelService.ClockBoard with @title: '{i18n>ClockBoard}' {
  orderStatus @title: '{i18n>status}'  @Common: { Text: orderStatus.name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
  dueWithin   @title: '{i18n>dueWithin}'  @UI.Hidden;
}

annotate ServiceLevelService.ClockEvents with {
  kind       @title: '{i18n>clock}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  reasonName @title: '{i18n>reason}';
}

annotate ServiceLevelService.recordRestoration with (
  workOrder_ID @title: '{i18n>workOrder}',
  at           @title: '{i18n>restoredAt}',
  text         @title: '{i18n>note}'
);

annotate ServiceLevelService.redetermine with (
  workOrder_ID @title: '{i18n>workOrder}',
  text         @title: '{i18n>note}'
);

annotate ServiceLevelService.Warnings with {
  lateMinutes @title: '{i18n>lateMinutes}'  @Measures.Unit: 'min';
  clockKind   @title: '{i18n>clock}'  @Common: { Text: clockKind.name, TextArrangement: #TextOnly };
  dueAt       @title: '{i18n>dueAt}';
  kind        @title: '{i18n>clock}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  customer    @title: '{i18n>customer}'  @Common: { Text: customer.name, TextArrangement: #TextOnly };
  country     @title: '{i18n>country}';
  region      @title: '{i18n>region}';
  technician  @title: '{i18n>technician}'  @Common: { Text: technician.name, TextArrangement: #TextOnly };
  priority    @title: '{i18n>priority}'  @Common: { Text: priority.name, TextArrangement: #TextOnly };
  person      @Common: { Text: personName, TextArrangement: #TextOnly };
  personName  @title: '{i18n>asked}';
} actions {
  acknowledge @Common.Label: '{i18n>acknowledge}' (comment @title: '{i18n>warningComment}');
  handOver    @Common.Label: '{i18n>handOver}' (person_ID @title: '{i18n>person}', comment @title: '{i18n>warningComment}');
};

annotate ServiceLevelService.NoticeTemplates with {
  previewSubject      @title: '{i18n>subject}';
  previewBody         @title: '{i18n>noticeBody}'  @UI.MultiLineText;
  unknownPlaceholders @title: '{i18n>unknownPlaceholders}';
};

annotate ServiceLevelService.Notices actions {
  resend @Common.Label: '{i18n>resendNotice}';
};

annotate ServiceLevelService.MyNotices with {
  isRead @title: '{i18n>noticeIsRead}';
} actions {
  markAsRead @Common.Label: '{i18n>markAsRead}';
};

annotate ServiceLevelService.WorkOrders with {
  warnings @title: '{i18n>Warnings}';
  notices  @title: '{i18n>Notices}';
}

annotate ServiceLevelService.Milestones with {
  isLate @title: '{i18n>isLate}';
}

annotate ServiceLevelService.MilestoneEvents with {
  kind @title: '{i18n>milestone}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
}

annotate ServiceLevelService.MilestoneLedger with @title: '{i18n>MilestoneLedger}' {
  orderNumber    @title: '{i18n>orderNumber}';
  country        @title: '{i18n>country}';
  region         @title: '{i18n>region}';
  milestoneCount @title: '{i18n>milestoneCount}';
  reachedCount   @title: '{i18n>reachedCount}';
  onTimeCount    @title: '{i18n>onTimeCount}';
  lateCount      @title: '{i18n>lateCount}';
  openCount      @title: '{i18n>notYetDueCount}';
  kindName        @title: '{i18n>milestone}';
  customerName    @title: '{i18n>customer}';
  orderTypeName   @title: '{i18n>orderType}';
  deviceClassName @title: '{i18n>deviceClass}';
  ownerRoleName   @title: '{i18n>ownerRole}';
  statusName      @title: '{i18n>milestoneStatus}';
  criticality     @title: '{i18n>criticality}';
}

annotate ServiceLevelService.TemplateMilestones with {
  predecessorNames @title: '{i18n>predecessors}';
  targetText       @title: '{i18n>milestoneTarget}';
}

annotate ServiceLevelService.Milestones with actions {
  confirm  @Common.Label: '{i18n>confirmMilestone}'  (at @title: '{i18n>doneAt}', text @title: '{i18n>evidenceText}', reference @title: '{i18n>evidenceReference}');
  skip     @Common.Label: '{i18n>skipMilestone}'  (text @title: '{i18n>reason}');
  withdraw @Common.Label: '{i18n>withdrawMilestone}'  (text @title: '{i18n>reason}');
  retarget @Common.Label: '{i18n>retargetMilestone}'  (dueAt @title: '{i18n>dueAt}', text @title: '{i18n>reason}');
};

annotate ServiceLevelService.Shipments with actions {
  report @Common.Label: '{i18n>reportShipment}'  (
    type_code   @title: '{i18n>eventType}',
    at          @title: '{i18n>eventAt}',
    location    @title: '{i18n>location}',
    text        @title: '{i18n>text}',
    estimatedAt @title: '{i18n>estimatedAt}',
    reference   @title: '{i18n>reference}'
  );
};

annotate ServiceLevelService.planMilestones with @Common.Label: '{i18n>planMilestones}' (
  workOrder_ID @title: '{i18n>workOrder}'
);

annotate ServiceLevelService.BreachForecasts with {
  riskCriticality @UI.Hidden;
}

annotate ServiceLevelService.ClockBoard with {
  risk            @title: '{i18n>breachRisk}'  @Measures.Unit: '%';
  expectedAt      @title: '{i18n>expectedAt}';
  riskCriticality @UI.Hidden;
}

annotate ServiceLevelService.WorkOrders with {
  forecast @title: '{i18n>BreachForecasts}';
}
