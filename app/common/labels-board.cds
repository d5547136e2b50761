using { aftersales.DispatchService } from '../../srv';

annotate DispatchService.BoardVisits with @title: '{i18n>BoardVisits}' {
  stateName @title: '{i18n>assignmentState}';
  faultName @title: '{i18n>faultCategory}';
}

annotate DispatchService.UnassignedOrders with @title: '{i18n>UnassignedOrders}' {
  priorityName @title: '{i18n>priority}';
  faultName    @title: '{i18n>faultCategory}';
}
