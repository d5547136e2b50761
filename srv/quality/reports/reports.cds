using { aftersales as db } from '../../../db';
using { aftersales.QualityService } from '../service';

extend service QualityService with {
  // Reports as they were printed.
  @readonly
  entity QualityDocuments as projection on db.QualityDocuments { * } order by createdAt desc;

  @readonly entity QualityDocumentKinds as projection on db.QualityDocumentKinds;
}

annotate QualityService.QualityDocuments with {
  content   @Core: { MediaType: mediaType, ContentDisposition: { Filename: fileName, Type: 'inline' } };
  mediaType @Core.IsMediaType;
}

extend projection QualityService.QualityNotifications with {
  documents : Association to many QualityService.QualityDocuments on documents.objectID = $self.ID and documents.object = 'QualityNotifications'
}
extend projection QualityService.CapaCases with {
  documents : Association to many QualityService.QualityDocuments on documents.objectID = $self.ID and documents.object = 'CapaCases'
}

extend projection QualityService.RegulatoryReports with {
  documents : Association to many QualityService.QualityDocuments on documents.objectID = $self.ID and documents.object = 'RegulatoryReports'
}

extend QualityService.QualityNotifications with actions {
  // Prints the notification report; a new version of the one that there is.
  action createReport(
    kind_code @(title: '{i18n>qualityDocumentKind}') : db.QualityDocumentKinds:code,
    language  @(title: '{i18n>reportLanguage}') : String(5)
  ) returns QualityService.QualityDocuments;
};
extend QualityService.CapaCases with actions {
  // Prints the 8D report or the CAPA report.
  action createReport(
    kind_code @(title: '{i18n>qualityDocumentKind}') : db.QualityDocumentKinds:code,
    language  @(title: '{i18n>reportLanguage}') : String(5)
  ) returns QualityService.QualityDocuments;
};
extend QualityService.RegulatoryReports with actions {
  // Prints the authority's form as far as it is filled in.
  action createReport(
    kind_code @(title: '{i18n>qualityDocumentKind}') : db.QualityDocumentKinds:code,
    language  @(title: '{i18n>reportLanguage}') : String(5)
  ) returns QualityService.QualityDocuments;
};
