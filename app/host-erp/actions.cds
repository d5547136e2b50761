using { aftersales.HostErpService } from '../../srv/host-erp';

// The two things that a person can do about a message, where its state allows them (srv/host-erp/service.ts has the last word).

annotate HostErpService.HostMessages with @(
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'HostErpService.retry', Label: '{i18n>hostMessages.retry}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Ne: [{ $Path: 'state_code' }, 'NeedsAttention'] } } },
    { $Type: 'UI.DataFieldForAction', Action: 'HostErpService.giveUp', Label: '{i18n>hostMessages.giveUp}',
      @UI.Hidden: { $edmJson: { $And: [
        { $Ne: [{ $Path: 'state_code' }, 'NeedsAttention'] }, { $Ne: [{ $Path: 'state_code' }, 'Pending'] }
      ] } } }
  ]
);

// Besides the message itself, the counts of the views change.
annotate HostErpService.HostMessages with actions {
  @Core.OperationAvailable: { $edmJson: { $Eq: [{ $Path: 'in/state_code' }, 'NeedsAttention'] } }
  @Common.SideEffects: {
    TargetProperties: ['in/*'],
    TargetEntities: [in.state, '/aftersales.HostErpService.EntityContainer/HostMessages']
  }
  retry  @Common.Label: '{i18n>hostMessages.retry}';

  @Core.OperationAvailable: { $edmJson: { $Or: [
    { $Eq: [{ $Path: 'in/state_code' }, 'NeedsAttention'] }, { $Eq: [{ $Path: 'in/state_code' }, 'Pending'] }
  ] } }
  @Common.SideEffects: {
    TargetProperties: ['in/*'],
    TargetEntities: [in.state, '/aftersales.HostErpService.EntityContainer/HostMessages']
  }
  giveUp @Common.Label: '{i18n>hostMessages.giveUp}' (
    reason @title: '{i18n>hostMessages.reason}'  @UI.MultiLineText  @UI.Placeholder: '{i18n>hostMessages.reasonHint}'  @mandatory
  );
};
