using { aftersales as db } from '../../db';

annotate db.QualityDocumentKinds with @title: '{i18n>QualityDocumentKinds}' {
  code     @title: '{i18n>qualityDocumentKind}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
  object   @title: '{i18n>documentObject}'  @UI.Hidden;
}

annotate db.QualityDocuments with @title: '{i18n>QualityDocuments}' {
  ID           @title: '{i18n>id}'  @UI.Hidden;
  number       @title: '{i18n>documentNumber}';
  version      @title: '{i18n>documentVersion}';
  kind         @title: '{i18n>qualityDocumentKind}'  @Common: { Text: kind.name, TextArrangement: #TextOnly };
  object       @title: '{i18n>documentObject}'  @UI.Hidden;
  objectID     @title: '{i18n>id}'  @UI.Hidden;
  objectNumber @title: '{i18n>documentObjectNumber}';
  language     @title: '{i18n>language}';
  title        @title: '{i18n>documentTitle}';
  fileName     @title: '{i18n>fileName}';
  mediaType    @title: '{i18n>mediaType}'  @UI.Hidden;
  content      @title: '{i18n>documentFile}';
  contentHash  @title: '{i18n>contentHash}';
  fileHash     @title: '{i18n>fileHash}';
  pages        @title: '{i18n>pageCount}';
  createdAt    @title: '{i18n>createdAt}';
  createdBy    @title: '{i18n>createdBy}';
}
