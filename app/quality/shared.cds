using { aftersales.QualityService } from '../../srv/quality';

// Printed reports and signatures, as the pages of notifications, of reports to authorities and of CAPA show them.

annotate QualityService.QualityDocuments with @(
  UI.HeaderInfo: { TypeName: '{i18n>quality.document}', TypeNamePlural: '{i18n>quality.documents}', Title: { Value: number } },
  UI.LineItem: [
    { $Type: 'UI.DataFieldWithUrl', Value: number, Label: '{i18n>quality.document}', ![@HTML5.LinkTarget]: '_blank',
      Url: { $edmJson: { $Apply: ['/odata/v4/quality/QualityDocuments(', { $Path: 'ID' }, ')/content'], $Function: 'odata.concat' } },
                        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9rem' } },
    { Value: version,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '6rem' } },
    { Value: kind_code, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: title,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '24%' } },
    { Value: language,  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8%' } },
    { Value: pages,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '6%' } },
    { Value: createdAt, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { Value: createdBy, @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '10%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: createdAt, Descending: true }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
) {
  createdAt @UI.DateTimeStyle: 'short';
};

annotate QualityService.Signatures with @(
  UI.HeaderInfo: { TypeName: '{i18n>quality.signature}', TypeNamePlural: '{i18n>quality.signatures}', Title: { Value: printedName } },
  UI.LineItem: [
    { Value: meaning_code, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '12rem' } },
    { Value: printedName,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '16%' } },
    { Value: signedAt,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15%' } },
    { Value: isBroken, Criticality: criticality, @UI.Importance: #High, @HTML5.CssDefaults: { width: '10%' } },
    { Value: brokenReason, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '18%' } },
    { Value: comment,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '18%' } },
    { Value: contentHash,  @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '14%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: signedAt, Descending: true }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);
