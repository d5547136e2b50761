using { aftersales.QualityService } from './notifications';

// Statuses of the host: outstanding → in process → completed, with postponed beside.
annotate QualityService.QualityNotifications with @flow.status: status actions {
  putInProcess    @from: [#OSNO, #NOPO]  @to: #NOPR;
  postpone        @from: [#OSNO, #NOPR]  @to: #NOPO;
  complete        @from: #NOPR           @to: #NOCO;
  dismissProposal @from: #OSNO           @to: #NOCO;
  reopen          @from: #NOCO           @to: #NOPR;
};

// Outstanding → released → completed → successful.
annotate QualityService.NotificationTasks with @flow.status: status actions {
  release        @from: #TSOS  @to: #TSRL;
  complete       @from: #TSRL  @to: #TSCO;
  confirmSuccess @from: #TSCO  @to: #TSSC;
};
