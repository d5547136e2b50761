using { aftersales.ServiceLevelService } from '../../srv/service-levels';

// The list of agreements; empty criteria fit every order.

annotate ServiceLevelService.Agreements with @(
  Common.SemanticKey: [number],
  cds.search: { number, name, serviceContract, model },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.SelectionFields: [customer_ID, serviceContract, model, region_code, calendar_code, validTo],
  UI.LineItem: [
    { Value: number,          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8rem' } },
    { Value: name,            @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: customer_ID,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '16%' } },
    { Value: serviceContract, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: model,           @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9%' } },
    { Value: importance_code, @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } },
    { Value: priority_code,   @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } },
    { Value: region_code,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } },
    { Value: calendar_code,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '11%' } },
    { Value: validTo,         @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: number }], Visualizations: ['@UI.LineItem'] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);
