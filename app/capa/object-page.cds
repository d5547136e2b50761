using { aftersales.QualityService } from '../../srv/quality';

// The page of one case, in the order in which it is worked: what it is about, how bad, why, what is done, and whether that helped.

annotate QualityService.CapaCases with @(
  UI.HeaderInfo: {
    TypeName: '{i18n>capa.case}', TypeNamePlural: '{i18n>capa.cases}',
    Title: { Value: number }, Description: { Value: title }
  },
  UI.HeaderFacets: [
    { $Type: 'UI.ReferenceFacet', ID: 'headPhase',  Target: '@UI.DataPoint#phase' },
    { $Type: 'UI.ReferenceFacet', ID: 'headRisk',   Target: '@UI.DataPoint#risk', @UI.Hidden: { $edmJson: { $Not: { $Path: 'riskLevel_code' } } } },
    { $Type: 'UI.ReferenceFacet', ID: 'headDue',    Target: '@UI.DataPoint#due' },
    { $Type: 'UI.ReferenceFacet', ID: 'headPeople', Label: '{i18n>capa.people}', Target: '@UI.FieldGroup#headPeople' }
  ],
  UI.DataPoint #phase: { Title: '{i18n>capa.phase}',  Value: phase_code, Criticality: phase.criticality },
  UI.DataPoint #risk:  { Title: '{i18n>capa.risk}',   Value: riskLevel_code, Criticality: riskLevel.criticality },
  UI.DataPoint #due:   { Title: '{i18n>capa.due}',    Value: dueDate, Criticality: dueCriticality },
  UI.FieldGroup #headPeople: { Data: [{ Value: owner }, { Value: approver }, { Value: cycle }] },
  UI.Facets: [
    { $Type: 'UI.CollectionFacet', ID: 'matter', Label: '{i18n>capa.matter}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'problem',     Label: '{i18n>capa.problem}',     Target: '@UI.FieldGroup#problem' },
      { $Type: 'UI.ReferenceFacet', ID: 'subject',     Label: '{i18n>capa.subject}',     Target: '@UI.FieldGroup#subject' },
      { $Type: 'UI.ReferenceFacet', ID: 'containment', Label: '{i18n>capa.containment}', Target: '@UI.FieldGroup#containment' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'notifications', Label: '{i18n>capa.notifications}', Target: 'notifications/@UI.LineItem#ofCapa' },
    { $Type: 'UI.CollectionFacet', ID: 'riskAssessment', Label: '{i18n>capa.riskAssessment}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'riskFactors', Label: '{i18n>capa.riskFactors}', Target: '@UI.FieldGroup#riskFactors' },
      { $Type: 'UI.ReferenceFacet', ID: 'riskResult',  Label: '{i18n>capa.riskResult}',  Target: '@UI.FieldGroup#riskResult' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'rootCause', Label: '{i18n>capa.rootCause}', Target: '@UI.FieldGroup#rootCause' },
    { $Type: 'UI.ReferenceFacet', ID: 'actions',   Label: '{i18n>capa.actions}',   Target: 'actions/@UI.PresentationVariant' },
    { $Type: 'UI.CollectionFacet', ID: 'effect', Label: '{i18n>capa.effect}', Facets: [
      { $Type: 'UI.ReferenceFacet', ID: 'verification', Label: '{i18n>capa.verification}', Target: '@UI.FieldGroup#verification' },
      { $Type: 'UI.ReferenceFacet', ID: 'checks',       Label: '{i18n>capa.checks}',       Target: 'checks/@UI.PresentationVariant' },
      { $Type: 'UI.ReferenceFacet', ID: 'cycles',       Label: '{i18n>capa.cycles}',       Target: 'cycles/@UI.PresentationVariant' }
    ] },
    { $Type: 'UI.ReferenceFacet', ID: 'extensions', Label: '{i18n>capa.extensions}', Target: 'extensions/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'evidence',   Label: '{i18n>capa.evidence}',   Target: 'attachments/@UI.LineItem' },
    { $Type: 'UI.ReferenceFacet', ID: 'documents',  Label: '{i18n>capa.documents}',  Target: 'documents/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'signatures', Label: '{i18n>capa.signatures}', Target: 'signatures/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'history',    Label: '{i18n>capa.history}',    Target: 'events/@UI.PresentationVariant' }
  ]
);

annotate QualityService.CapaCases with @(
  UI.FieldGroup #problem:      { Data: [{ Value: title }, { Value: problem }, { Value: owner }, { Value: approver }, { Value: dueDate }] },
  UI.FieldGroup #subject:      { Data: [{ Value: model }, { Value: part_ID }, { Value: faultCategory_code }] },
  UI.FieldGroup #containment:  { Data: [{ Value: containment }] },
  UI.FieldGroup #riskFactors:  { Data: [
    { Value: riskMethod_code }, { Value: severity }, { Value: occurrence },
    { Value: detection, @UI.Hidden: { $edmJson: { $Ne: [{ $Path: 'riskMethod_code' }, 'FMEA'] } } }
  ] },
  UI.FieldGroup #riskResult:   { Data: [
    { Value: riskNumber }, { Value: riskLevel_code, Criticality: riskLevel.criticality }
  ] },
  UI.FieldGroup #rootCause:    { Data: [{ Value: rootCause }, { Value: causeCode }] },
  UI.FieldGroup #verification: { Data: [{ Value: verification }, { Value: implementedAt }, { Value: closedAt }, { Value: closedBy },
    { Value: cancelReason, @UI.Hidden: { $edmJson: { $Not: { $Path: 'cancelReason' } } } }
  ] }
);
