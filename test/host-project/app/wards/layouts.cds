using { erp } from '../../srv/erp';

annotate erp.WardService.Wards with @(
  UI.LineItem: [{ Value: code }, { Value: name }, { Value: floor }],
  UI.HeaderInfo: { TypeName: '{i18n>erp.ward}', TypeNamePlural: '{i18n>erp.wards}', Title: { Value: name } }
) {
  code  @title: '{i18n>erp.ward}';
  floor @title: '{i18n>erp.floor}';
}
