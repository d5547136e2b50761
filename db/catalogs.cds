namespace aftersales;

using { cuid, managed, sap.common.CodeList } from '@sap/cds/common';
using { aftersales as codes } from './code-lists';

/** As in the host: 2 tasks, 5 causes, 8 activities, 9 defect types, B object parts, E defect locations. */
type CatalogCode  : String(1);
type CodeGroup    : String(8);
type Code         : String(4);

entity CatalogTypes : CodeList {
  key code     : CatalogCode;
      position : Integer;
}

entity CodeGroups : CodeList, managed {
  key catalog : Association to CatalogTypes;
  key code    : CodeGroup;
      codes   : Association to many Codes on codes.catalog = $self.catalog and codes.codeGroup = $self.code;
}

/** A coded finding is (catalog, code group, code). */
entity Codes : CodeList, managed {
  key catalog   : Association to CatalogTypes;
  key codeGroup : CodeGroup;
  key code      : Code;
      group     : Association to CodeGroups on group.catalog = $self.catalog and group.code = $self.codeGroup;
      /** A code that is no longer chosen stays, since findings name it. */
      isActive  : Boolean default true;
}

/** Which code groups of each catalog may be chosen. */
entity CatalogProfiles : CodeList, managed {
  key code   : String(9);
      groups : Composition of many CatalogProfileGroups on groups.profile = $self;
}

entity CatalogProfileGroups {
  key profile   : Association to CatalogProfiles;
  key catalog   : Association to CatalogTypes;
  key codeGroup : CodeGroup;
      group     : Association to CodeGroups on group.catalog = $self.catalog and group.code = $self.codeGroup;
}

/** Q1 customer complaint, Q2 complaint against a vendor, Q3 internal problem. */
entity NotificationTypes : CodeList {
  key code        : String(2);
      /** Handled by the rules for complaints: its record is complete before the notification is. */
      isComplaint : Boolean default false;
      position    : Integer;
}

/** The profile by type of notification and category of equipment; the row that says more wins: model before device class before type. */
entity CatalogProfileRules : cuid, managed {
  notificationType    : Association to NotificationTypes;
  deviceClass         : Association to codes.DeviceClasses;
  model               : String(20);
  profile             : Association to CatalogProfiles not null;
}
