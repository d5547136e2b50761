using { aftersales.MasterDataService } from '../../srv/master-data';

annotate MasterDataService.ReplicationRuns with @(
  UI.CreateHidden: true,
  UI.DeleteHidden: true,
  UI.UpdateHidden: true,
  Capabilities.SearchRestrictions.Searchable: false,
  Capabilities.FilterRestrictions: {
    FilterExpressionRestrictions: [
      { Property: startedAt,    AllowedExpressions: 'SingleRange' },
      { Property: finishedAt,   AllowedExpressions: 'SingleRange' },
      { Property: touchedAt,    AllowedExpressions: 'SingleRange' },
      { Property: changedSince, AllowedExpressions: 'SingleRange' },
      { Property: changesUntil, AllowedExpressions: 'SingleRange' }
    ]
  }
);

annotate MasterDataService.ReplicationRejects with @Capabilities.SearchRestrictions.Searchable: true;
