using { aftersales.QualityService } from '../../srv/quality';

// How fields behave on the page; what may be changed at all stands in srv/quality.

annotate QualityService.CapaCases with @(
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayEditCapa' } } },
  UI.DeleteHidden: true,
  UI.UpdateHidden: { $edmJson: { $Not: { $And: [{ $Path: 'isOpen' }, { $Path: '/CurrentUser/mayEditCapa' }] } } }
) {
  problem        @UI.MultiLineText;
  containment    @UI.MultiLineText;
  rootCause      @UI.MultiLineText;
  verification   @UI.MultiLineText;
  previousPhase  @UI.Hidden;
  eventCount     @UI.Hidden;
  causeGroup     @UI.Hidden;
  implementedAt  @UI.DateTimeStyle: 'short';
  closedAt       @UI.DateTimeStyle: 'short';
};

annotate QualityService.EffectivenessChecks with {
  frozenAt   @UI.DateTimeStyle: 'short';
  measuredAt @UI.DateTimeStyle: 'short';
  decidedAt  @UI.DateTimeStyle: 'short';
  evidence   @UI.MultiLineText;
};
annotate QualityService.CapaCycles     with { implementedAt @UI.DateTimeStyle: 'short'; endedAt @UI.DateTimeStyle: 'short'; };
annotate QualityService.CapaEvents     with { at @UI.DateTimeStyle: 'short'; };
annotate QualityService.CapaExtensions with { requestedAt @UI.DateTimeStyle: 'short'; decidedAt @UI.DateTimeStyle: 'short'; };
