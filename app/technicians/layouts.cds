using { aftersales.DispatchService } from '../../srv/dispatch';

// The list of technicians, and beside it what expires: a row for each certificate and each tool, soonest first.

annotate DispatchService.Technicians with @(
  Common.SemanticKey: [number],
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.SelectionFields: [area_code, calendar_code, country, isActive],
  UI.LineItem: [
    { Value: number,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7.5rem' } },
    { Value: name,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '16%' } },
    { Value: area_code,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15%' } },
    { Value: calendar_code, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { $Type: 'UI.DataFieldForAnnotation', Target: '@UI.DataPoint#rating', Label: '{i18n>technicians.rating}',
                            @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' },
      @UI.Hidden: { $edmJson: { $Not: { $Path: 'ratingCount' } } } },
    { $Type: 'UI.DataFieldForAnnotation', Target: '@UI.DataPoint#firstTimeFix', Label: '{i18n>technicians.firstTimeFix}',
                            @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' },
      @UI.Hidden: { $edmJson: { $Not: { $Path: 'repairCount' } } } },
    { Value: repairCount,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '7%' } },
    { Value: capacity,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } },
    { Value: isActive,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '6%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: number }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #technicians: {
    Text: '{i18n>technicians.technicians}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
  },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate DispatchService.ExpiringCertificates with @(
  UI.HeaderInfo: { TypeName: '{i18n>technicians.certificate}', TypeNamePlural: '{i18n>technicians.certificates}', Title: { Value: number } },
  UI.SelectionFields: [horizon_code, area_code],
  UI.LineItem: [
    { Value: technician_ID, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '16%' } },
    { Value: kind_code,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '22%' } },
    { Value: number,        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { Value: validTo,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: daysLeft,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8%' } },
    { Value: horizon_code, Criticality: horizon.criticality,
                            @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { Value: area_code,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '14%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: daysLeft }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #expiring: {
    Text: '{i18n>technicians.view.certificates}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
  },
  cds.search: { number, issuer, technicianName }
) {
  ID @UI.Hidden;
};

annotate DispatchService.DueCalibrations with @(
  UI.HeaderInfo: { TypeName: '{i18n>technicians.tool}', TypeNamePlural: '{i18n>technicians.tools}', Title: { Value: serialNumber } },
  UI.SelectionFields: [horizon_code, area_code],
  UI.LineItem: [
    { Value: technician_ID,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '16%' } },
    { Value: kind_code,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '22%' } },
    { Value: serialNumber,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { Value: calibrationDue, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: daysLeft,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8%' } },
    { Value: horizon_code, Criticality: horizon.criticality,
                             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { Value: area_code,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '14%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: daysLeft }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #due: {
    Text: '{i18n>technicians.view.calibrations}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
  },
  cds.search: { serialNumber, technicianName }
) {
  ID @UI.Hidden;
};
