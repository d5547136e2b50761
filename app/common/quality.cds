using { aftersales.QualityService } from '../../srv/quality';
using from './stored';

annotate QualityService.QualityNotifications with {
  hostDeliveryCode  @title: '{i18n>hostDelivery}'  @Common: { Text: hostDeliveryName, TextArrangement: #TextOnly };
  hostDeliveryName  @title: '{i18n>hostDelivery}'  @UI.Hidden;
  hostDeliveryCriticality @title: '{i18n>criticality}'  @UI.Hidden;
  hostMessageNumber @title: '{i18n>hostMessageNumber}';
  hostError         @title: '{i18n>hostError}';
} actions {
  sendToHost      @title: '{i18n>sendToHost}';
  refreshFromHost @title: '{i18n>refreshFromHost}';
};

annotate QualityService.QualityNotifications with {
  documents @title: '{i18n>QualityDocuments}';
} actions {
  createReport @title: '{i18n>createReport}';
};

annotate QualityService.CapaCases with {
  documents @title: '{i18n>QualityDocuments}';
} actions {
  createReport @title: '{i18n>createReport}';
};

annotate QualityService.RegulatoryReports with {
  documents @title: '{i18n>QualityDocuments}';
} actions {
  createReport @title: '{i18n>createReport}';
};

annotate QualityService.BatchHolders with @title: '{i18n>BatchHolders}' {
  part_ID            @title: '{i18n>part}'  @Common: { Text: partName, TextArrangement: #TextOnly };
  partNumber         @title: '{i18n>partNumber}';
  partName           @title: '{i18n>part}';
  batch              @title: '{i18n>batch}';
  partSerialNumber   @title: '{i18n>heldSerialNumber}';
  quantity           @title: '{i18n>quantity}';
  fittedAt           @title: '{i18n>fittedAt}';
  removedAt          @title: '{i18n>removedAt}';
  isFitted           @title: '{i18n>isStillFitted}';
  equipment_ID       @title: '{i18n>equipment}'  @Common: { Text: serialNumber, TextArrangement: #TextOnly };
  equipmentNumber    @title: '{i18n>equipmentNumber}';
  serialNumber       @title: '{i18n>serialNumber}';
  equipmentName      @title: '{i18n>equipment}';
  model              @title: '{i18n>model}';
  functionalLocation @title: '{i18n>functionalLocation}';
  siteName           @title: '{i18n>siteName}';
  city               @title: '{i18n>city}';
  country            @title: '{i18n>country}';
  customer_ID        @title: '{i18n>customer}'  @Common: { Text: customerName, TextArrangement: #TextOnly };
  customerNumber     @title: '{i18n>customerNumber}';
  customerName       @title: '{i18n>customer}';
  fittedBy_ID        @title: '{i18n>fittedBy}'  @Common: { Text: fittedByNumber, TextArrangement: #TextOnly };
  fittedByNumber     @title: '{i18n>fittedBy}';
  removedBy_ID       @title: '{i18n>removedBy}'  @Common: { Text: removedByNumber, TextArrangement: #TextOnly };
  removedByNumber    @title: '{i18n>removedBy}';
  openOrders         @title: '{i18n>openOrderCount}';
  openNotifications  @title: '{i18n>openNotificationCount}';
};

annotate QualityService.QualityNotifications with {
  batchHolders @title: '{i18n>BatchHolders}';
};

annotate QualityService.TrendSignals with actions {
  accept  @Common.Label: '{i18n>acceptSignal}' (title @title: '{i18n>shortText}');
  dismiss @Common.Label: '{i18n>dismissSignal}' (reason @title: '{i18n>signalReason}'  @UI.MultiLineText);
};

annotate QualityService.ProfileCodes with @title: '{i18n>ProfileCodes}' {
  profile_code @title: '{i18n>catalogProfile}'  @UI.Hidden;
  catalog_code @title: '{i18n>catalog}'         @UI.Hidden;
  codeGroup    @title: '{i18n>codeGroup}'  @Common: { Text: groupName, TextArrangement: #TextOnly };
  code         @title: '{i18n>code}'       @Common: { Text: name, TextArrangement: #TextFirst };
  name         @title: '{i18n>name}';
  groupName    @title: '{i18n>codeGroup}';
  isActive     @title: '{i18n>isActive}'  @UI.Hidden;
}

annotate QualityService.QualityNotifications with {
  isMine           @title: '{i18n>isMine}';
  isDue            @title: '{i18n>isDue}';
  isOverdue        @title: '{i18n>isOverdue}';
  isProposed       @title: '{i18n>isProposed}';
  dueCriticality   @title: '{i18n>criticality}'  @UI.Hidden;
  clockLevel       @title: '{i18n>clockLevel}';
  clockCriticality @title: '{i18n>criticality}'  @UI.Hidden;
  evidence         @title: '{i18n>OrderEvidence}';
}

annotate QualityService.OrderEvidence with @title: '{i18n>OrderEvidence}' {
  ID           @UI.Hidden;
  workOrder_ID @UI.Hidden;
}

annotate QualityService.QualityNotifications with actions {
  putInProcess    @title: '{i18n>action.putInProcess}';
  postpone        @title: '{i18n>action.postpone}' (reason @title: '{i18n>postponedReason}'  @UI.MultiLineText);
  complete        @title: '{i18n>action.completeNotification}' (credential @title: '{i18n>credential}');
  reopen          @title: '{i18n>action.reopenNotification}' (reason @title: '{i18n>notificationReopenReason}'  @UI.MultiLineText);
  dismissProposal @title: '{i18n>action.dismissProposal}' (reason @title: '{i18n>dismissedReason}'  @UI.MultiLineText, credential @title: '{i18n>credential}');
};

annotate QualityService.NotificationTasks with actions {
  release        @title: '{i18n>action.releaseTask}';
  complete       @title: '{i18n>action.completeTask}' (result @title: '{i18n>taskResult}'  @UI.MultiLineText);
  confirmSuccess @title: '{i18n>action.confirmSuccess}';
};

annotate QualityService.WorkOrders with actions {
  raiseNotification @title: '{i18n>action.raiseNotification}' (
    type_code @title: '{i18n>notificationType}',
    text      @title: '{i18n>notificationShortText}'
  );
};

// Figures of projections, and the questions that actions ask.
annotate QualityService.CapaCases with {
  isOverdue      @title: '{i18n>capaIsOverdue}';
  dueCriticality @title: '{i18n>criticality}'  @UI.Hidden;
  isMine         @title: '{i18n>capaIsMine}';
};

annotate QualityService.CapaActions with {
  isOverdue   @title: '{i18n>capaIsOverdue}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
  isMine      @title: '{i18n>capaIsMine}';
};

annotate QualityService.CapaCases with actions {
  contain @title: '{i18n>containCase}';
  assessRisk @title: '{i18n>assessRiskOfCase}';
  confirmRootCause @title: '{i18n>confirmRootCause}';
  plan @title: '{i18n>planCase}';
  verify @title: '{i18n>verifyCase}' (
    credential @title: '{i18n>credential}'
  );
  implement @title: '{i18n>implementCase}';
  startEffectivenessCheck @title: '{i18n>startCheck}';
  verifyEffectiveness @title: '{i18n>verifyEffect}' (
    passed @title: '{i18n>effectPassed}',
    evidence @title: '{i18n>effectEvidence}',
    credential @title: '{i18n>credential}'
  );
  cancelCase @title: '{i18n>cancelCapa}' (
    reason @title: '{i18n>capaCancelReason}'
  );
  requestExtension @title: '{i18n>requestExtensionOfCase}' (
    toDate @title: '{i18n>extensionTo}',
    reason @title: '{i18n>reason}'
  );
  addNotification @title: '{i18n>addNotificationToCase}' (
    notification_ID @title: '{i18n>capaNotification}'
  );
  removeNotification @title: '{i18n>removeNotificationFromCase}' (
    notification_ID @title: '{i18n>capaNotification}'
  );
  addCause @title: '{i18n>addCauseToCase}' (
    parent_ID @title: '{i18n>causeParent}',
    branch_code @title: '{i18n>causeBranch}',
    answer @title: '{i18n>causeAnswer}',
    evidence @title: '{i18n>causeEvidence}'
  );
  changeCause @title: '{i18n>changeCauseOfCase}' (
    cause_ID @title: '{i18n>capaCause}',
    branch_code @title: '{i18n>causeBranch}',
    answer @title: '{i18n>causeAnswer}',
    evidence @title: '{i18n>causeEvidence}'
  );
  moveCause @title: '{i18n>moveCauseOfCase}' (
    cause_ID @title: '{i18n>capaCause}',
    parent_ID @title: '{i18n>causeParent}',
    position @title: '{i18n>position}'
  );
  removeCause @title: '{i18n>removeCauseOfCase}' (
    cause_ID @title: '{i18n>capaCause}'
  );
  markRootCause @title: '{i18n>markRootCauseOfCase}' (
    cause_ID @title: '{i18n>capaCause}',
    isRootCause @title: '{i18n>isRootCauseFound}'
  );
  ruleOutCause @title: '{i18n>ruleOutCauseOfCase}' (
    cause_ID @title: '{i18n>capaCause}',
    isRuledOut @title: '{i18n>isRuledOut}',
    evidence @title: '{i18n>causeEvidence}'
  );
  addAction @title: '{i18n>addActionToCase}' (
    kind_code @title: '{i18n>capaActionKind}',
    text @title: '{i18n>capaActionText}',
    owner @title: '{i18n>capaOwner}',
    dueDate @title: '{i18n>capaDueDate}'
  );
  defineCheck @title: '{i18n>defineCheckOfCase}' (
    criterion @title: '{i18n>effectCriterion}',
    measure_code @title: '{i18n>effectMeasure}',
    limit @title: '{i18n>effectLimit}',
    sample @title: '{i18n>effectSample}',
    windowDays @title: '{i18n>effectWindowDays}',
    dataSource @title: '{i18n>effectDataSource}'
  );
  measureEffect @title: '{i18n>measureEffectOfCase}' (
    measured @title: '{i18n>effectMeasured}',
    sampleSeen @title: '{i18n>sampleSeen}'
  );
};

annotate QualityService.CapaActions with actions {
  change @title: '{i18n>changeCapaAction}' (
    kind_code @title: '{i18n>capaActionKind}',
    text @title: '{i18n>capaActionText}',
    owner @title: '{i18n>capaOwner}',
    dueDate @title: '{i18n>capaDueDate}'
  );
  remove @title: '{i18n>removeCapaAction}';
  release @title: '{i18n>releaseCapaAction}';
  complete @title: '{i18n>completeCapaAction}' (
    result @title: '{i18n>capaActionResult}'
  );
  confirmSuccess @title: '{i18n>confirmCapaAction}';
};

annotate QualityService.CapaExtensions with actions {
  approve @title: '{i18n>approveExtension}' (
    decision @title: '{i18n>decisionText}'
  );
  decline @title: '{i18n>declineExtension}' (
    decision @title: '{i18n>decisionText}'
  );
};

annotate QualityService.QualityNotifications with actions {
  raiseCapa @title: '{i18n>raiseCapaCase}' (
    title @title: '{i18n>capaTitle}'
  );
};

annotate QualityService.createCapa with @title: '{i18n>raiseCapaCase}' (
  title         @title: '{i18n>capaTitle}',
  notifications @title: '{i18n>capaNotifications}',
  signal_ID     @title: '{i18n>capaSignal}'
);

annotate QualityService.RegulatoryDecisions with {
  ruleText @title: '{i18n>ruleText}';
}

annotate QualityService.RegulatoryReports with {
  level @title: '{i18n>timeUsed}';
  daysLeft @title: '{i18n>daysLeftReg}';
  isOverdue @title: '{i18n>isOverdueReg}';
  clockCriticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate QualityService.RegulatoryReportFields with {
  label @title: '{i18n>formLabel}';
  section @title: '{i18n>formSection}';
  isRequired @title: '{i18n>isRequiredField}';
  valueList @title: '{i18n>formValueList}'  @UI.Hidden;
}

annotate QualityService.RegulatoryDueList with {
  decisionState_code @title: '{i18n>decisionState}';
  notificationNumber @title: '{i18n>qualityNotificationOfReport}';
  shortText @title: '{i18n>shortText}';
  serialNumber @title: '{i18n>serialNumber}';
  model @title: '{i18n>model}';
  owner @title: '{i18n>notificationOwnerReg}';
  level @title: '{i18n>timeUsed}';
  daysLeft @title: '{i18n>daysLeftReg}';
  isOverdue @title: '{i18n>isOverdueReg}';
  clockCriticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate QualityService.RegulatoryDueList with @title: '{i18n>RegulatoryDueList}';

annotate QualityService.RegulatoryReports with actions {
  fill   @title: '{i18n>fillReport}';
  submit @title: '{i18n>submitReport}' (
    reference  @title: '{i18n>authorityReference}',
    credential @title: '{i18n>signatureCredential}'
  );
  createFollowUp @title: '{i18n>createFollowUp}' (
    kind_code @title: '{i18n>reportKind}',
    learnedAt @title: '{i18n>reportLearnedAt}'
  );
};

annotate QualityService.RegulatoryWarnings with actions { acknowledgeWarning @title: '{i18n>acknowledgeRegulatoryWarning}' };

annotate QualityService.QualityNotifications with actions {
  proposeReportability @title: '{i18n>proposeReportability}';
  decideReportability  @title: '{i18n>decideReportability}' (
    authority_code @title: '{i18n>authority}',
    inputs         @title: '{i18n>decisionInputs}',
    isReportable   @title: '{i18n>isReportable}',
    reason         @title: '{i18n>decisionReason}',
    findingAt      @title: '{i18n>findingAt}',
    credential     @title: '{i18n>signatureCredential}'
  );
};

annotate QualityService.AuditEvents with {
  object     @Common: { Text: objectName, TextArrangement: #TextOnly };
  event      @Common: { Text: eventName, TextArrangement: #TextOnly };
  objectName @title: '{i18n>auditObject}'  @UI.Hidden;
  eventName  @title: '{i18n>auditEvent}'  @UI.Hidden;
}

annotate QualityService.Signatures with {
  isBroken     @title: '{i18n>isSignatureBroken}';
  brokenReason @title: '{i18n>signatureBrokenReason}';
  criticality  @title: '{i18n>criticality}'  @UI.Hidden;
};

annotate QualityService.CurrentUser          with { printedName @title: '{i18n>printedName}'; };

annotate QualityService.QualityNotifications with { signatures @title: '{i18n>Signatures}'; };

annotate QualityService.RegulatoryDecisions  with { signatures @title: '{i18n>Signatures}'; };

annotate QualityService.RegulatoryReports    with { signatures @title: '{i18n>Signatures}'; };

annotate QualityService.CapaCases            with { signatures @title: '{i18n>Signatures}'; };
