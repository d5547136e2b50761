using { aftersales.ServiceLevelService } from '../../srv/service-levels';

annotate ServiceLevelService.ClockBoard with @(
  cds.search: { number, shortText, customerName, siteName, city },
  UI.CreateHidden: true,
  UI.DeleteHidden: true,
  UI.UpdateHidden: true,
  Capabilities.FilterRestrictions: {
    FilterExpressionRestrictions: [{ Property: dueAt, AllowedExpressions: 'SingleRange' }]
  }
);

// Needed by the views, of no use as a column or filter.
annotate ServiceLevelService.ClockBoard with {
  ID          @UI.HiddenFilter;
  workOrder   @UI.HiddenFilter;
  dueWithin   @UI.HiddenFilter;
  criticality @UI.HiddenFilter;
  riskCriticality @UI.HiddenFilter;
};
