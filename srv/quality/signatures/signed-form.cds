using { aftersales as db } from '../../../db';

// What is no part of what somebody signs: steps that follow, and what the host and the clocks write. A list names the meanings for which it is none.
// Most of those of cases stand beside their capability, in ../capa/signed-form.cds.
annotate db.QualityNotifications with {
  status          @aftersales.unsigned;
  isOpen          @aftersales.unsigned;
  mayBeReportable @aftersales.unsigned;
  clockDueAt      @aftersales.unsigned;
  isClockRunning  @aftersales.unsigned;
  clockWarnAt50   @aftersales.unsigned;
  clockWarnAt75   @aftersales.unsigned;
  hostDocument    @aftersales.unsigned;
  hostStatus      @aftersales.unsigned;
  hostMessage     @aftersales.unsigned;
  hostReadAt      @aftersales.unsigned;
};

annotate db.CapaCases with {
  phase @aftersales.unsigned;
  participants @aftersales.unsigned;
  cycle @aftersales.unsigned;
};

annotate db.RegulatoryReports with {
  status      @aftersales.unsigned;
  warnedLevel @aftersales.unsigned;
};

// A newer decision takes the place of the signed one.
annotate db.RegulatoryDecisions with {
  isCurrent @aftersales.unsigned;
};
