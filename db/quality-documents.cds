namespace aftersales;

using { cuid, sap.common.CodeList } from '@sap/cds/common';
using { aftersales as types } from './types';

/** 8D report, CAPA report, notification report, draft for an authority. */
entity QualityDocumentKinds : CodeList {
  key code     : String(20);
      position : Integer;
      /** Name of the entity that it reports on. */
      object   : String(60);
}

/** A report as it was printed: number, version, who made it, and the file itself. Never changed; a newer version follows. */
entity QualityDocuments : cuid {
  /** One number for all versions of a kind, object and language. */
  number       : String(16);
  version      : Integer;
  kind         : Association to QualityDocumentKinds not null;
  object       : String(60) not null;
  objectID     : String(80) not null;
  /** Of the object, so that a list names it. */
  objectNumber : String(12);
  language     : String(5);
  title        : types.ShortText;
  fileName     : String(120);
  mediaType    : String(60) default 'application/pdf';
  content      : LargeBinary;
  /** SHA-256 of what is printed, without number, version, printer and time: the same content has the same one. */
  contentHash  : String(64);
  /** SHA-256 of the file. */
  fileHash     : String(64);
  pages        : Integer;
  createdAt    : Timestamp    @cds.on.insert: $now;
  createdBy    : types.UserId @cds.on.insert: $user;
}
