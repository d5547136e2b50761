using { aftersales as db } from '../../../db';
using { aftersales.QualityService } from '../service';

namespace aftersales;

// What may be found, where, why, and what is done about it: data of the quality department.
extend service QualityService with {

  @readonly entity CatalogTypes      as projection on db.CatalogTypes;
  @readonly entity NotificationTypes as projection on db.NotificationTypes;
  entity CodeGroups                  as projection on db.CodeGroups;
  entity Codes                       as projection on db.Codes;
  entity CatalogProfiles             as projection on db.CatalogProfiles;
  entity CatalogProfileGroups        as projection on db.CatalogProfileGroups;
  entity CatalogProfileRules         as projection on db.CatalogProfileRules;

  // Value help of findings: the codes that a profile lets choose.
  @readonly @cds.redirection.target: false
  entity ProfileCodes as select from db.CatalogProfileGroups as allowed
    inner join db.Codes as code on code.catalog.code = allowed.catalog.code and code.codeGroup = allowed.codeGroup {
      key allowed.profile.code  as profile_code : String(9),
      key allowed.catalog.code  as catalog_code : String(1),
      key allowed.codeGroup     as codeGroup,
      key code.code             as code,
      code.name                 as name,
      allowed.group.name        as groupName,
      code.isActive             as isActive
    };
}
