using { aftersales.SparePartsService } from '../../srv/spare-parts';

// Parts of which a plant has too few, with the rule that says so.

annotate SparePartsService.PartAlerts with @(
  cds.search: { partNumber, partName, plant },
  UI.CreateHidden: true, UI.UpdateHidden: true, UI.DeleteHidden: true,
  UI.HeaderInfo: { TypeName: '{i18n>alertRule}', TypeNamePlural: '{i18n>PartAlerts}', Title: { Value: partName } },
  UI.LineItem: [
    { Value: part_ID,     @UI.Importance: #High,   @HTML5.CssDefaults: { width: '22%' } },
    { Value: plant,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8%' } },
    { Value: rule_code, Criticality: level,
                          @UI.Importance: #High,   @HTML5.CssDefaults: { width: '16%' } },
    { Value: available,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8%' } },
    { Value: open,        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8%' } },
    { Value: safetyStock, @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } },
    { Value: onOrder,     @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8%' } },
    { Value: onOrderDate, @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } },
    { Value: since,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } }
  ],
  UI.SelectionPresentationVariant #alerts: {
    Text: '{i18n>PartAlerts}', SelectionVariant: { SelectOptions: [] },
    PresentationVariant: { SortOrder: [{ Property: level }, { Property: since }], Visualizations: ['@UI.LineItem'] }
  }
) {
  part @Common: { Text: partName, TextArrangement: #TextOnly };
};
