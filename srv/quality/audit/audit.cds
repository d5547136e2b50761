using { aftersales as db } from '../../../db';
using { aftersales.QualityService } from '../service';

// What happened to which object, by whom, with the values before and after. Chained by hashes: see docs/quality-audit.md.
extend service QualityService with {
  @readonly
  entity AuditEvents as projection on db.AuditEvents;
}
