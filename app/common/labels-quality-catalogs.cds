using { aftersales as db } from '../../db';

annotate db.CatalogTypes with @title: '{i18n>CatalogTypes}' {
  code     @title: '{i18n>catalog}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
}

annotate db.CodeGroups with @title: '{i18n>CodeGroups}' {
  catalog @title: '{i18n>catalog}'  @Common: { Text: catalog.name, TextArrangement: #TextOnly };
  code    @title: '{i18n>codeGroup}'  @Common: { Text: name, TextArrangement: #TextOnly };
  codes   @title: '{i18n>codes}';
}

annotate db.Codes with @title: '{i18n>Codes}' {
  catalog   @title: '{i18n>catalog}'  @Common: { Text: catalog.name, TextArrangement: #TextOnly };
  codeGroup @title: '{i18n>codeGroup}'  @Common: { Text: group.name, TextArrangement: #TextOnly };
  code      @title: '{i18n>code}'  @Common: { Text: name, TextArrangement: #TextOnly };
  group     @title: '{i18n>codeGroup}';
  isActive  @title: '{i18n>isActive}';
}

annotate db.CatalogProfiles with @title: '{i18n>CatalogProfiles}' {
  code   @title: '{i18n>catalogProfile}'  @Common: { Text: name, TextArrangement: #TextOnly };
  groups @title: '{i18n>catalogProfileGroups}';
}

annotate db.CatalogProfileGroups with @title: '{i18n>CatalogProfileGroups}' {
  profile   @title: '{i18n>catalogProfile}'  @Common: { Text: profile.name, TextArrangement: #TextOnly };
  catalog   @title: '{i18n>catalog}'  @Common: { Text: catalog.name, TextArrangement: #TextOnly };
  codeGroup @title: '{i18n>codeGroup}'  @Common: { Text: group.name, TextArrangement: #TextOnly };
  group     @title: '{i18n>codeGroup}';
}

annotate db.CatalogProfileRules with @title: '{i18n>CatalogProfileRules}' {
  ID               @title: '{i18n>ID}'  @UI.Hidden;
  notificationType @title: '{i18n>notificationType}'  @Common: { Text: notificationType.name, TextArrangement: #TextOnly };
  deviceClass      @title: '{i18n>deviceClass}'  @Common: { Text: deviceClass.name, TextArrangement: #TextOnly };
  model            @title: '{i18n>model}';
  profile          @title: '{i18n>catalogProfile}'  @Common: { Text: profile.name, TextArrangement: #TextOnly };
}

annotate db.NotificationTypes with @title: '{i18n>NotificationTypes}' {
  code        @title: '{i18n>notificationType}'  @Common: { Text: name, TextArrangement: #TextOnly };
  isComplaint @title: '{i18n>isComplaint}';
  position    @title: '{i18n>position}';
}
