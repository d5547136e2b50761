using { aftersales.MasterDataService } from '../../srv/master-data';

// The list of runs, newest first.

annotate MasterDataService.ReplicationRuns with @(
  UI.SelectionFields: [object_code, mode_code, state_code, startedAt],
  UI.LineItem: [
    { Value: object_code,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7.5rem' } },
    { Value: mode_code,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '6.5rem' } },
    { Value: state_code, Criticality: state.criticality,
                           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { $Type: 'UI.DataFieldForAnnotation', Target: '@UI.DataPoint#progress', Label: '{i18n>progress}',
                           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15%' } },
    { Value: read,         @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '5rem' } },
    { Value: written,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '5rem' } },
    { Value: unchanged,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '6.5rem' } },
    { Value: deactivated,  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '7rem' } },
    { Value: rejected, Criticality: { $edmJson: { $If: [{ $Gt: [{ $Path: 'rejected' }, 0] }, 1, 0] } }, CriticalityRepresentation: #WithoutIcon,
                           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '5.5rem' } },
    { Value: startedAt,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9rem' } },
    { Value: finishedAt,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9rem' } },
    { $Type: 'UI.DataFieldForAction', Action: 'MasterDataService.EntityContainer/replicate', Label: '{i18n>replication.replicate}',
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayReplicate' } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'MasterDataService.cancel', Label: '{i18n>replication.cancel}',
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayReplicate' } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'MasterDataService.resume', Label: '{i18n>replication.resume}',
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayReplicate' } } } }
  ],
  UI.PresentationVariant: {
    SortOrder: [{ Property: startedAt, Descending: true }],
    Visualizations: ['@UI.LineItem']
  }
);

annotate MasterDataService.ReplicationRejects with @(
  UI.HeaderInfo: { TypeName: '{i18n>replication.reject}', TypeNamePlural: '{i18n>replication.rejects}', Title: { Value: number } },
  UI.PresentationVariant: { SortOrder: [{ Property: number }], Visualizations: ['@UI.LineItem'] },
  UI.LineItem: [
    { Value: number,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { Value: code, Criticality: finding.criticality, @UI.Importance: #High, @HTML5.CssDefaults: { width: '40%' } },
    { Value: unknown, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { Value: at,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '14%' } }
  ]
);
