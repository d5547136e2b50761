using { aftersales.DispatchService } from '../../srv/dispatch';

// The tables on a technician's page. Certificates open a page of their own, for the models they cover.

annotate DispatchService.Skills with @(
  UI.HeaderInfo: { TypeName: '{i18n>technicians.skill}', TypeNamePlural: '{i18n>technicians.skills}', Title: { Value: skill_code } },
  UI.LineItem: [
    { Value: skill_code, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '40%' } },
    { Value: level,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15%' } },
    { Value: validFrom,  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '20%' } },
    { Value: validTo,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '20%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: level, Descending: true }, { Property: skill_code }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate DispatchService.Certificates with @(
  UI.HeaderInfo: { TypeName: '{i18n>technicians.certificate}', TypeNamePlural: '{i18n>technicians.certificates}', Title: { Value: number }, Description: { Value: kind_code } },
  UI.LineItem: [
    { Value: kind_code, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '28%' } },
    { Value: number,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: issuer,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '20%' } },
    { Value: validFrom, @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '13%' } },
    { Value: validTo,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: validTo }], Visualizations: ['@UI.LineItem'] },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'general', Label: '{i18n>technicians.record}',      Target: '@UI.FieldGroup#general' },
    { $Type: 'UI.ReferenceFacet', ID: 'models',  Label: '{i18n>technicians.models}', Target: 'models/@UI.LineItem' }
  ],
  UI.FieldGroup #general: { Data: [{ Value: kind_code }, { Value: number }, { Value: issuer }, { Value: validFrom }, { Value: validTo }] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate DispatchService.CertificateModels with @(
  UI.HeaderInfo: { TypeName: '{i18n>technicians.model}', TypeNamePlural: '{i18n>technicians.models}', Title: { Value: model } },
  UI.LineItem: [{ Value: model, @UI.Importance: #High, @HTML5.CssDefaults: { width: '90%' } }],
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate DispatchService.Tools with @(
  UI.HeaderInfo: { TypeName: '{i18n>technicians.tool}', TypeNamePlural: '{i18n>technicians.tools}', Title: { Value: serialNumber } },
  UI.LineItem: [
    { Value: kind_code,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '35%' } },
    { Value: serialNumber,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '22%' } },
    { Value: calibratedOn,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '18%' } },
    { Value: calibrationDue, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: calibrationDue }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate DispatchService.Absences with @(
  UI.HeaderInfo: { TypeName: '{i18n>technicians.absence}', TypeNamePlural: '{i18n>technicians.absences}', Title: { Value: startsAt } },
  UI.LineItem: [
    { Value: kind_code, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: startsAt,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '22%' } },
    { Value: endsAt,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '22%' } },
    { Value: comment,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '30%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: startsAt, Descending: true }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate DispatchService.Trainings with @(
  UI.HeaderInfo: { TypeName: '{i18n>technicians.training}', TypeNamePlural: '{i18n>technicians.trainings}', Title: { Value: title } },
  UI.LineItem: [
    { Value: title,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '32%' } },
    { Value: trainer,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '22%' } },
    { Value: completedOn, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13%' } },
    { Value: validTo,     @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: result,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '15%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: completedOn, Descending: true }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate DispatchService.TechnicianAreas with @(
  UI.HeaderInfo: { TypeName: '{i18n>technicians.area}', TypeNamePlural: '{i18n>technicians.furtherAreas}', Title: { Value: area_code } },
  UI.LineItem: [{ Value: area_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '90%' } }],
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate DispatchService.TechnicianLanguages with @(
  UI.HeaderInfo: { TypeName: '{i18n>technicians.language}', TypeNamePlural: '{i18n>technicians.languages}', Title: { Value: language_code } },
  UI.LineItem: [{ Value: language_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '90%' } }],
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate DispatchService.TechnicianPerformance with @(
  UI.HeaderInfo: { TypeName: '{i18n>technicians.performance}', TypeNamePlural: '{i18n>technicians.performance}', Title: { Value: model } },
  UI.LineItem: [
    { Value: model,            @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: faultCategory,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '30%' } },
    { Value: repairs,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12%' } },
    { Value: firstTimeFixRate, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15%' } },
    { Value: meanMinutes,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '15%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: repairs, Descending: true }, { Property: model }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
) {
  technician    @UI.Hidden;
  faultCategory @Common: { Text: faultCategoryText.name, TextArrangement: #TextOnly };
};
