using { aftersales.QualityService } from '../../srv/quality';

// How fields behave on the page; what may be changed at all stands in srv/quality.

annotate QualityService.QualityNotifications with @(
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayCreate' } } },
  UI.DeleteHidden: true,
  UI.UpdateHidden: { $edmJson: { $Not: { $And: [{ $Path: 'isOpen' }, { $Path: '/CurrentUser/mayEdit' }] } } }
) {
  longText       @UI.MultiLineText;
  hostError      @UI.MultiLineText;
  // Technical: of no use as a column or filter.
  hostMessage    @UI.Hidden;
  awareAt        @UI.DateTimeStyle: 'short';
  completedAt    @UI.DateTimeStyle: 'short';
  clockDueAt     @UI.DateTimeStyle: 'short';
  intakeScreenedAt     @UI.DateTimeStyle: 'short';
  completionScreenedAt @UI.DateTimeStyle: 'short';
  hostReadAt     @UI.DateTimeStyle: 'short';
};

annotate QualityService.NotificationItems with {
  profile         @UI.Hidden;
  defectGroup     @UI.Hidden;
  objectPartGroup @UI.Hidden;
  locationGroup   @UI.Hidden;
  fittedPart      @UI.Hidden;
};
annotate QualityService.NotificationCauses     with { profile @UI.Hidden; causeGroup    @UI.Hidden; };
annotate QualityService.NotificationTasks      with { profile @UI.Hidden; taskGroup     @UI.Hidden; };
annotate QualityService.NotificationActivities with { profile @UI.Hidden; activityGroup @UI.Hidden; performedAt @UI.DateTimeStyle: 'short'; };

annotate QualityService.ComplaintRecords with {
  nature           @UI.MultiLineText;
  justification    @UI.MultiLineText;
  investigation    @UI.MultiLineText;
  result           @UI.MultiLineText;
  correctiveAction @UI.MultiLineText;
  reply            @UI.MultiLineText;
};

annotate QualityService.RegulatoryDecisions with { decidedAt @UI.DateTimeStyle: 'short'; };
annotate QualityService.HostRemarks         with { changedAt @UI.DateTimeStyle: 'short'; };
