using { aftersales.ServiceLevelService } from '../../srv/service-levels';

// The list of templates; empty criteria fit every order.

annotate ServiceLevelService.MilestoneTemplates with @(
  Common.SemanticKey: [number],
  cds.search: { number, name },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.SelectionFields: [orderType_code, deviceClass_code, executionMode_code, validTo],
  UI.LineItem: [
    { Value: number,             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9rem' } },
    { Value: name,               @UI.Importance: #High,   @HTML5.CssDefaults: { width: '26%' } },
    { Value: orderType_code,     @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '13%' } },
    { Value: deviceClass_code,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '14%' } },
    { Value: executionMode_code, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: calendar_code,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '14%' } },
    { Value: validTo,            @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: number }], Visualizations: ['@UI.LineItem'] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);
