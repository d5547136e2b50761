using { aftersales.DataPrivacyService } from '../../srv/data-privacy';
using from '../common/data-privacy';

annotate DataPrivacyService.RetentionRules with @(
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  cds.search: { legalBasis, source },
  UI.HeaderInfo: { TypeName: '{i18n>dataPrivacy.rule}', TypeNamePlural: '{i18n>dataPrivacy.rules}', Title: { Value: legalBasis }, Description: { Value: object.name } },
  UI.SelectionFields: [object_code],
  UI.LineItem: [
    { Value: object_code,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: legalBasis,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '21%' } },
    { Value: deviceClass_code, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '19%' } },
    { Value: country,          @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9%' } },
    { Value: reference_code,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { Value: residenceMonths,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11%' } },
    { Value: retentionMonths,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '14%' } }
  ],
  UI.SelectionPresentationVariant #rules: { Text: '{i18n>dataPrivacy.rules}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: { SortOrder: [{ Property: object_code }, { Property: retentionMonths }], Visualizations: ['@UI.LineItem'] } },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'criteria', Label: '{i18n>dataPrivacy.criteria}', Target: '@UI.FieldGroup#criteria' },
    { $Type: 'UI.ReferenceFacet', ID: 'terms', Label: '{i18n>dataPrivacy.terms}', Target: '@UI.FieldGroup#terms' }
  ],
  UI.FieldGroup #criteria: { Data: [{ Value: object_code }, { Value: orderType_code }, { Value: deviceClass_code }, { Value: country }, { Value: companyCode }, { Value: isActive }] },
  UI.FieldGroup #terms: { Data: [{ Value: reference_code }, { Value: residenceMonths }, { Value: retentionMonths }, { Value: legalBasis }, { Value: source }] }
) {
  object      @Common.ValueListWithFixedValues;
  orderType   @Common.ValueListWithFixedValues;
  deviceClass @Common.ValueListWithFixedValues;
  reference   @Common.ValueListWithFixedValues;
  source      @UI.MultiLineText;
};

annotate DataPrivacyService.RetentionRuns with @(
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.HeaderInfo: { TypeName: '{i18n>dataPrivacy.run}', TypeNamePlural: '{i18n>dataPrivacy.runs}', Title: { Value: number }, Description: { Value: kind.name } },
  UI.LineItem: [
    { Value: number,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: kind_code,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11%' } },
    { Value: proposedBy,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { Value: state_code,   @UI.Importance: #High, Criticality: state.criticality, @HTML5.CssDefaults: { width: '15%' } },
    { Value: plannedCount, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: heldCount,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: doneCount,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: proposedAt,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '15%' } }
  ],
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'aftersales.DataPrivacyService.start',  Label: '{i18n>dataPrivacy.start}',  @UI.Hidden: { $edmJson: { $Ne: [{ $Path: 'state_code' }, 'Proposed'] } } },
    { $Type: 'UI.DataFieldForAction', Action: 'aftersales.DataPrivacyService.cancel', Label: '{i18n>dataPrivacy.cancel}', @UI.Hidden: { $edmJson: { $Ne: [{ $Path: 'state_code' }, 'Proposed'] } } }
  ],
  UI.SelectionPresentationVariant #runs: { Text: '{i18n>dataPrivacy.runs}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: { SortOrder: [{ Property: proposedAt, Descending: true }], Visualizations: ['@UI.LineItem'] } },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'run', Label: '{i18n>dataPrivacy.run}', Target: '@UI.FieldGroup#run' },
    { $Type: 'UI.ReferenceFacet', ID: 'items', Label: '{i18n>dataPrivacy.items}', Target: 'items/@UI.LineItem' }
  ],
  UI.FieldGroup #run: { Data: [{ Value: state_code }, { Value: object_code }, { Value: asOf }, { Value: proposedAt }, { Value: proposedBy }, { Value: startedAt }, { Value: startedBy }, { Value: endedAt }, { Value: comment }] }
);
annotate DataPrivacyService.RetentionRuns with actions {
  start  @Common.SideEffects: { TargetProperties: ['in/state_code', 'in/startedAt', 'in/startedBy'] };
  cancel @Common.SideEffects: { TargetProperties: ['in/state_code', 'in/endedAt'] };
};
annotate DataPrivacyService.RetentionItems with @(
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.LineItem: [
    { Value: object_code,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11rem' } },
    { Value: objectNumber,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15%' } },
    { Value: purposeEnd,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: eraseOn,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: state_code,    @UI.Importance: #High, Criticality: state.criticality, @HTML5.CssDefaults: { width: '14%' } },
    { Value: obstacle_code, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '28%' } }
  ]
);

annotate DataPrivacyService.LegalHolds with @(
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: true,
  cds.search: { objectNumber, reason },
  UI.HeaderInfo: { TypeName: '{i18n>dataPrivacy.hold}', TypeNamePlural: '{i18n>dataPrivacy.holds}', Title: { Value: reason }, Description: { Value: object.name } },
  UI.LineItem: [
    { Value: reason,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20rem' } },
    { Value: object_code,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13%' } },
    { Value: objectNumber, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13%' } },
    { Value: customer_ID,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: createdAt,    @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '15%' } },
    { Value: releasedAt,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '15%' } }
  ],
  UI.Identification: [{ $Type: 'UI.DataFieldForAction', Action: 'aftersales.DataPrivacyService.release', Label: '{i18n>dataPrivacy.release}', @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Path: 'IsActiveEntity' }, { $Path: 'isHeld' }] } } } }],
  UI.SelectionPresentationVariant #holds: { Text: '{i18n>dataPrivacy.holds}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: { SortOrder: [{ Property: createdAt, Descending: true }], Visualizations: ['@UI.LineItem'] } },
  UI.Facets: [{ $Type: 'UI.ReferenceFacet', ID: 'hold', Label: '{i18n>dataPrivacy.hold}', Target: '@UI.FieldGroup#hold' }],
  UI.FieldGroup #hold: { Data: [{ Value: object_code }, { Value: objectNumber }, { Value: customer_ID }, { Value: reason }, { Value: createdBy }, { Value: releasedAt }, { Value: releasedBy }] }
) {
  object   @Common.ValueListWithFixedValues;
  customer @Common: { Text: customer.name, TextArrangement: #TextOnly }  @Common.ValueList: {
    CollectionPath: 'Customers', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: customer_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'city' }
    ]
  };
  reason   @UI.MultiLineText;
};
annotate DataPrivacyService.LegalHolds with actions { release @Common.SideEffects: { TargetProperties: ['in/releasedAt', 'in/releasedBy', 'in/isHeld'] }; };

annotate DataPrivacyService.BlockedObjects with @(
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.HeaderInfo: { TypeName: '{i18n>dataPrivacy.blockedRow}', TypeNamePlural: '{i18n>dataPrivacy.blocked}', Title: { Value: objectNumber }, Description: { Value: object.name } },
  UI.LineItem: [
    { Value: object_code,  @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15rem' } },
    { Value: objectNumber, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: blockedAt,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: eraseOn,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: erasedAt,     @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '20%' } }
  ],
  UI.SelectionPresentationVariant #blocked: { Text: '{i18n>dataPrivacy.blocked}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: { SortOrder: [{ Property: blockedAt, Descending: true }], Visualizations: ['@UI.LineItem'] } },
  UI.Facets: [{ $Type: 'UI.ReferenceFacet', ID: 'values', Label: '{i18n>dataPrivacy.sealed}', Target: 'values/@UI.LineItem' }]
);
annotate DataPrivacyService.SealedValues with @(
  Capabilities.SearchRestrictions: { Searchable: false },
  UI.LineItem: [
    { Value: entity,  @UI.Importance: #High, @HTML5.CssDefaults: { width: '26rem' } },
    { Value: element, @UI.Importance: #High, @HTML5.CssDefaults: { width: '20%' } },
    { Value: value,   @UI.Importance: #High, @HTML5.CssDefaults: { width: '45%' } }
  ]
);

annotate DataPrivacyService.DataSubjects with @(
  UI.HeaderInfo: { TypeName: '{i18n>dataPrivacy.subject}', TypeNamePlural: '{i18n>dataPrivacy.subjects}', Title: { Value: name } },
  UI.LineItem: [
    { Value: kind,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10rem' } },
    { Value: name,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: email,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '22%' } },
    { Value: phone,        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { Value: userId,       @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: customerName, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '18%' } }
  ],
  UI.SelectionPresentationVariant #subjects: { Text: '{i18n>dataPrivacy.subjects}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: { SortOrder: [{ Property: name }], Visualizations: ['@UI.LineItem'] } }
);

annotate DataPrivacyService.PersonalDataLog with @(
  cds.search: { userId, objectID, subjectID },
  UI.HeaderInfo: { TypeName: '{i18n>dataPrivacy.entry}', TypeNamePlural: '{i18n>dataPrivacy.log}', Title: { Value: event } },
  UI.LineItem: [
    { Value: at,         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13rem' } },
    { Value: event,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9%' } },
    { Value: userId,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: objectType, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '16%' } },
    { Value: objectID,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '20%' } },
    { Value: attributes, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '30%' } }
  ],
  UI.SelectionPresentationVariant #log: { Text: '{i18n>dataPrivacy.log}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: { SortOrder: [{ Property: at, Descending: true }], Visualizations: ['@UI.LineItem'] } }
);
