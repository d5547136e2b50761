using { aftersales.QualityService } from '../../srv/quality';

// What can be done with a notification, where its status and the user's role allow it. Steps that are signatures have a dialog of their own
// (webapp/ext/steps), as has the decision for an authority (webapp/ext/deciding).

annotate QualityService.QualityNotifications with @(
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.putInProcess', Label: '{i18n>quality.putInProcess}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Or: [{ $Eq: [{ $Path: 'status_code' }, 'OSNO'] }, { $Eq: [{ $Path: 'status_code' }, 'NOPO'] }] }] }, { $Path: '/CurrentUser/mayWork' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.postpone', Label: '{i18n>quality.postpone}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Or: [{ $Eq: [{ $Path: 'status_code' }, 'OSNO'] }, { $Eq: [{ $Path: 'status_code' }, 'NOPR'] }] }] }, { $Path: '/CurrentUser/mayWork' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.raiseCapa', Label: '{i18n>quality.raiseCapa}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $And: [{ $Path: 'IsActiveEntity' }, { $Path: 'isOpen' }] }, { $Path: '/CurrentUser/mayRaiseCapa' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.reopen', Label: '{i18n>quality.reopen}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Eq: [{ $Path: 'status_code' }, 'NOCO'] }] }, { $Path: '/CurrentUser/mayReopen' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.sendToHost', Label: '{i18n>quality.sendToHost}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Not: { $Path: 'hostDocument' } }] }, { $And: [{ $Path: 'isOpen' }, { $Path: '/CurrentUser/maySendToHost' }] }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.refreshFromHost', Label: '{i18n>quality.refreshFromHost}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Path: 'hostDocument' }] }, { $Path: '/CurrentUser/maySendToHost' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.complete',        @UI.Hidden: true },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.dismissProposal', @UI.Hidden: true }
  ]
) actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status, in.hostState] }
  putInProcess @Common.Label: '{i18n>quality.putInProcess}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status] }
  postpone     @Common.Label: '{i18n>quality.postpone}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status, in.signatures] }
  reopen       @Common.Label: '{i18n>quality.reopen}'  @Common.IsActionCritical;
  @Common.SideEffects: { TargetEntities: [in.capas] }
  raiseCapa    @Common.Label: '{i18n>quality.raiseCapa}' ( title @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/shortText' } } );
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.hostState] }
  sendToHost   @Common.Label: '{i18n>quality.sendToHost}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.hostState, in.hostRemarks] }
  refreshFromHost @Common.Label: '{i18n>quality.refreshFromHost}';
};

annotate QualityService.NotificationTasks with actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status] }
  release        @Common.Label: '{i18n>quality.releaseTask}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status] }
  complete       @Common.Label: '{i18n>quality.completeTask}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status] }
  confirmSuccess @Common.Label: '{i18n>quality.confirmTask}';
};
