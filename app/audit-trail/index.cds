using { aftersales.QualityService } from '../../srv/quality';
using from '../common/quality';

// Rows of the trail, newest first, and one of them with what changed and its place in the chain.

annotate QualityService.AuditEvents with @(
  UI.HeaderInfo: { TypeName: '{i18n>audit.event}', TypeNamePlural: '{i18n>audit.events}', Title: { Value: objectNumber }, Description: { Value: event } },
  UI.SelectionFields: [object, objectNumber, userId, event, at],
  UI.LineItem: [
    { Value: at,           @UI.Importance: #High,   @HTML5.CssDefaults: { width: '14%' } },
    { Value: object,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: objectNumber, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: sequence,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '7rem' } },
    { Value: event,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: userId,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } }
  ],
  // The register of chains is for the proof, not for reading.
  UI.SelectionVariant: { SelectOptions: [{ PropertyName: object, Ranges: [{ Sign: #E, Option: #EQ, Low: 'AuditChains' }] }] },
  UI.PresentationVariant: { SortOrder: [{ Property: at, Descending: true }], Visualizations: ['@UI.LineItem'] },
  Capabilities.FilterRestrictions: { FilterExpressionRestrictions: [{ Property: at, AllowedExpressions: 'SingleRange' }] },
  UI.HeaderFacets: [{ $Type: 'UI.ReferenceFacet', ID: 'who', Target: '@UI.FieldGroup#who' }],
  UI.FieldGroup #who: { Data: [{ Value: userId }, { Value: at }, { Value: object }] },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'chain', Label: '{i18n>audit.chain}', Target: '@UI.FieldGroup#chain' }
  ],
  UI.FieldGroup #chain: { Data: [{ Value: sequence }, { Value: previousHash }, { Value: hash }, { Value: scheme }, { Value: objectID }] }
) {
  at         @UI.DateTimeStyle: 'medium';
  changes    @UI.Hidden;
  input      @UI.Hidden;
  previousHash @UI.MultiLineText;
  hash       @UI.MultiLineText;
};
