using { aftersales.MasterDataService } from '../../srv/master-data';

// The page of one run.

annotate MasterDataService.ReplicationRuns with @(
  UI.HeaderInfo: {
    TypeName: '{i18n>replication.run}',
    TypeNamePlural: '{i18n>replication.runs}',
    Title: { Value: object_code },
    Description: { Value: mode_code }
  },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headState', Target: '@UI.DataPoint#state' },
    { $Type: 'UI.ReferenceFacet', ID: 'headProgress', Target: '@UI.DataPoint#progress' },
    { $Type: 'UI.ReferenceFacet', ID: 'headRejected', Target: '@UI.DataPoint#rejected' },
    { $Type: 'UI.ReferenceFacet', ID: 'headStart', Target: '@UI.FieldGroup#start' }
  ],
  UI.DataPoint #state:    { Title: '{i18n>replication.state}',    Value: state_code, Criticality: state.criticality },
  UI.DataPoint #progress: { Title: '{i18n>progress}', Value: progress, TargetValue: 100, Visualization: #Progress, Criticality: state.criticality },
  UI.DataPoint #rejected: { Title: '{i18n>recordsRejected}', Value: rejected,
                            Criticality: { $edmJson: { $If: [{ $Gt: [{ $Path: 'rejected' }, 0] }, 1, 0] } } },
  UI.FieldGroup #start:   { Data: [{ Value: startedAt }, { Value: finishedAt }, { Value: startedBy }] },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'outcome', Label: '{i18n>replication.outcome}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'failure', Label: '{i18n>replication.failure}', Target: '@UI.FieldGroup#failure',
        @UI.Hidden: { $edmJson: { $Not: { $Path: 'error' } } } },
      { $Type: 'UI.ReferenceFacet', ID: 'records', Label: '{i18n>replication.records}', Target: '@UI.FieldGroup#records' },
      { $Type: 'UI.ReferenceFacet', ID: 'span', Label: '{i18n>replication.span}', Target: '@UI.FieldGroup#span' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'rejects', Label: '{i18n>replication.findings}', Target: 'rejects/@UI.PresentationVariant' }
  ],
  UI.FieldGroup #failure: { Data: [{ Value: error }, { Value: errorCode }] },
  UI.FieldGroup #records: { Data: [
    { Value: expected, @UI.Hidden: { $edmJson: { $Eq: [{ $Path: 'mode_code' }, 'event'] } } },
    { Value: read }, { Value: written }, { Value: unchanged }, { Value: deactivated }, { Value: rejected }, { Value: warnings }
  ] },
  UI.FieldGroup #span: { Data: [
    { Value: changedSince, @UI.Hidden: { $edmJson: { $Not: { $Path: 'changedSince' } } } },
    { Value: changesUntil }, { Value: position }, { Value: touchedAt }
  ] }
);

annotate MasterDataService.ReplicationRuns with {
  error @UI.MultiLineText;
};

// Seconds say nothing about a load.
annotate MasterDataService.ReplicationRuns with {
  startedAt  @UI.DateTimeStyle: 'short'  @title: '{i18n>replication.startedAt}';
  finishedAt @UI.DateTimeStyle: 'short';
};
