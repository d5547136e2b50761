using { aftersales as db } from '../../db';

annotate db.PartAlerts with @title: '{i18n>PartAlerts}' {
  part        @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextFirst };
  plant       @title: '{i18n>plant}';
  rule        @title: '{i18n>alertRule}'  @Common: { Text: rule.name, TextArrangement: #TextOnly };
  level       @title: '{i18n>alertLevel}'  @UI.Hidden;
  available   @title: '{i18n>availableQuantity}';
  open        @title: '{i18n>openQuantity}';
  onOrder     @title: '{i18n>onOrder}';
  onOrderDate @title: '{i18n>onOrderDate}';
  safetyStock @title: '{i18n>safetyStock}';
  since       @title: '{i18n>alertSince}';
}
