using { aftersales.DispatchService } from '../../srv/dispatch';

// The page of one technician: figures from the work in the header, then the record, then what qualifies for which work.

annotate DispatchService.Technicians with @(
  UI.HeaderInfo: {
    TypeName: '{i18n>technicians.technician}',
    TypeNamePlural: '{i18n>technicians.technicians}',
    Title: { Value: name },
    Description: { Value: number }
  },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headArea',         Label: '{i18n>technicians.area}', Target: '@UI.FieldGroup#headArea' },
    { $Type: 'UI.ReferenceFacet', ID: 'headRating',       Target: '@UI.DataPoint#rating',
      @UI.Hidden: { $edmJson: { $Not: { $Path: 'ratingCount' } } } },
    { $Type: 'UI.ReferenceFacet', ID: 'headFirstTimeFix', Target: '@UI.DataPoint#firstTimeFix',
      @UI.Hidden: { $edmJson: { $Not: { $Path: 'repairCount' } } } },
    { $Type: 'UI.ReferenceFacet', ID: 'headAcceptance',   Target: '@UI.DataPoint#acceptance',
      // hidden too while the page has not read the rate yet: then it is neither null nor a number
      @UI.Hidden: { $edmJson: { $Or: [{ $Eq: [{ $Path: 'acceptanceRate' }, { $Null: null }] }, { $Not: { $Ge: [{ $Path: 'acceptanceRate' }, 0] } }] } } },
    { $Type: 'UI.ReferenceFacet', ID: 'headWork',         Label: '{i18n>technicians.work}', Target: '@UI.FieldGroup#headWork' }
  ],
  UI.DataPoint #rating:       { Title: '{i18n>technicians.rating}',       Value: ratingAverage,    TargetValue: 5,   Visualization: #Rating },
  UI.DataPoint #firstTimeFix: { Title: '{i18n>technicians.firstTimeFix}', Value: firstTimeFixRate, TargetValue: 100, Visualization: #Progress },
  UI.DataPoint #acceptance:   { Title: '{i18n>technicians.acceptance}',   Value: acceptanceRate,   TargetValue: 100, Visualization: #Progress },
  UI.FieldGroup #headArea: { Data: [{ Value: area_code }, { Value: timeZone }] },
  UI.FieldGroup #headWork: { Data: [{ Value: repairCount }, { Value: ratingCount }, { Value: isActive }] },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'record', Label: '{i18n>technicians.record}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'person',  Label: '{i18n>technicians.person}',  Target: '@UI.FieldGroup#person' },
      { $Type: 'UI.ReferenceFacet', ID: 'working', Label: '{i18n>technicians.working}', Target: '@UI.FieldGroup#working' },
      { $Type: 'UI.ReferenceFacet', ID: 'home',    Label: '{i18n>technicians.home}',    Target: '@UI.FieldGroup#home' },
      { $Type: 'UI.ReferenceFacet', ID: 'depot',   Label: '{i18n>technicians.depot}',   Target: '@UI.FieldGroup#depot' },
      { $Type: 'UI.ReferenceFacet', ID: 'costs',   Label: '{i18n>technicians.costs}',   Target: '@UI.FieldGroup#costs' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'skills',       Label: '{i18n>technicians.skills}',       Target: 'skills/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'certificates', Label: '{i18n>technicians.certificates}', Target: 'certificates/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'tools',        Label: '{i18n>technicians.tools}',        Target: 'tools/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'absences',     Label: '{i18n>technicians.absences}',     Target: 'absences/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'trainings',    Label: '{i18n>technicians.trainings}',    Target: 'trainings/@UI.PresentationVariant' },
    { $Type: 'UI.CollectionFacet', ID: 'reach', Label: '{i18n>technicians.reach}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'furtherAreas', Label: '{i18n>technicians.furtherAreas}', Target: 'furtherAreas/@UI.LineItem' },
      { $Type: 'UI.ReferenceFacet', ID: 'languages',    Label: '{i18n>technicians.languages}',    Target: 'languages/@UI.LineItem' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'performance',  Label: '{i18n>technicians.performance}',  Target: 'performance/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'attachments',  Label: '{i18n>technicians.attachments}',  Target: 'attachments/@UI.LineItem' }
  ]
);

annotate DispatchService.Technicians with @(
  UI.FieldGroup #person: { Data: [
    { Value: number }, { Value: name }, { Value: userId }, { Value: email }, { Value: phone }, { Value: employeeNumber }, { Value: isActive }
  ] },
  UI.FieldGroup #working: { Data: [
    { Value: area_code }, { Value: calendar_code }, { Value: timeZone }, { Value: capacity }, { Value: overtimeMinutes }
  ] },
  UI.FieldGroup #home: { Data: [{ Value: country }, { Value: region }, { Value: homeLatitude }, { Value: homeLongitude }] },
  UI.FieldGroup #depot: { Data: [
    { Value: startsAtDepot }, { Value: depotName }, { Value: depotLatitude }, { Value: depotLongitude }, { Value: plant }, { Value: storageLocation }
  ] },
  UI.FieldGroup #costs: { Data: [{ Value: costRate }, { Value: activityType }, { Value: costCenter }] }
);
