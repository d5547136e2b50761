using { aftersales.MasterDataService } from '../../srv/master-data';

// Starting, stopping and continuing a run; the service checks again what the page offers.

annotate MasterDataService.ReplicationRuns with @(
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'MasterDataService.resume', Label: '{i18n>replication.resume}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Or: [{ $Not: { $Path: '/CurrentUser/mayReplicate' } }, { $And: [
        { $Ne: [{ $Path: 'state_code' }, 'Failed'] }, { $Ne: [{ $Path: 'state_code' }, 'Cancelled'] }
      ] }] } } },
    { $Type: 'UI.DataFieldForAction', Action: 'MasterDataService.cancel', Label: '{i18n>replication.cancel}',
      @UI.Hidden: { $edmJson: { $Or: [{ $Not: { $Path: '/CurrentUser/mayReplicate' } }, { $Ne: [{ $Path: 'state_code' }, 'Running'] }] } } }
  ]
);

annotate MasterDataService.ReplicationRuns with actions {
  @Core.OperationAvailable: { $edmJson: { $Eq: [{ $Path: 'in/state_code' }, 'Running'] } }
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state] }
  cancel @Common.Label: '{i18n>replication.cancel}'  @Common.IsActionCritical;

  @Core.OperationAvailable: { $edmJson: { $Or: [
    { $Eq: [{ $Path: 'in/state_code' }, 'Failed'] }, { $Eq: [{ $Path: 'in/state_code' }, 'Cancelled'] }
  ] } }
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state] }
  resume @Common.Label: '{i18n>replication.resume}';
};

// Events come by themselves: a person starts a full load or asks for what changed.
annotate MasterDataService.ReplicationModes with @UI.SelectionVariant #startable: {
  SelectOptions: [{ PropertyName: code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'full' }, { Sign: #I, Option: #EQ, Low: 'delta' }] }]
};

annotate MasterDataService.replicate with @(
  Common.Label: '{i18n>replication.replicate}',
  Common.SideEffects: { TargetEntities: ['/aftersales.MasterDataService.EntityContainer/ReplicationRuns'] }
) (
  object_code @mandatory  @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'ReplicationObjects', PresentationVariantQualifier: 'valueHelp',
    Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: object_code, ValueListProperty: 'code' }]
  },
  mode_code   @mandatory  @UI.ParameterDefaultValue: 'delta'  @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'ReplicationModes', SelectionVariantQualifier: 'startable',
    Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: mode_code, ValueListProperty: 'code' }]
  }
);
