using { aftersales as db } from '../../../db';

// A signature stands for its cycle: what the case shows of the cycle at hand stands in CapaCycles as well, and who works on it until when goes on changing.
annotate db.CapaCases with {
  previousPhase @aftersales.unsigned  @aftersales.unaudited;
  eventCount    @aftersales.unsigned  @aftersales.unaudited;
  isOpen        @aftersales.unsigned;
  owner         @aftersales.unsigned;
  approver      @aftersales.unsigned;
  dueDate       @aftersales.unsigned;
  riskMethod    @aftersales.unsigned;
  severity      @aftersales.unsigned;
  occurrence    @aftersales.unsigned;
  detection     @aftersales.unsigned;
  riskNumber    @aftersales.unsigned;
  riskLevel     @aftersales.unsigned;
  rootCause     @aftersales.unsigned;
  causeGroup    @aftersales.unsigned;
  causeCode     @aftersales.unsigned;
  model         @aftersales.unsigned;
  part          @aftersales.unsigned;
  faultCategory @aftersales.unsigned;
  verification  @aftersales.unsigned;
  implementedAt @aftersales.unsigned;
  closedAt      @aftersales.unsigned;
  closedBy      @aftersales.unsigned;
  cancelReason  @aftersales.unsigned;
  notifications @aftersales.unsigned;
  extensions    @aftersales.unsigned;
  attachments   @aftersales.unsigned;
  checks        @aftersales.unsigned: ['verified'];
};

annotate db.CapaCycles with {
  implementedAt @aftersales.unsigned: ['verified'];
  implementedBy @aftersales.unsigned: ['verified'];
  passed        @aftersales.unsigned: ['verified'];
  endedAt       @aftersales.unsigned: ['verified'];
};

annotate db.CapaActions with {
  owner       @aftersales.unsigned: ['verified'];
  dueDate     @aftersales.unsigned: ['verified'];
  status      @aftersales.unsigned: ['verified'];
  completedAt @aftersales.unsigned: ['verified'];
  completedBy @aftersales.unsigned: ['verified'];
  result      @aftersales.unsigned: ['verified'];
  confirmedAt @aftersales.unsigned: ['verified'];
  confirmedBy @aftersales.unsigned: ['verified'];
};
