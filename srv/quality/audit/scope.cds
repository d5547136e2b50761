using { aftersales as db } from '../../../db';

// What has an audit trail. A row of these entities has a chain, in which its children's changes stand as well.
annotate db.QualityNotifications with @aftersales.audited;
annotate db.NotificationRules    with @aftersales.audited;
annotate db.CodeGroups           with @aftersales.audited;
annotate db.Codes                with @aftersales.audited;
annotate db.CatalogProfiles      with @aftersales.audited;
annotate db.CatalogProfileRules  with @aftersales.audited;
annotate db.RegulatoryRuleSets   with @aftersales.audited;
annotate db.RegulatoryDecisions  with @aftersales.audited;
annotate db.RegulatoryReports    with @aftersales.audited;
annotate db.TrendSignals         with @aftersales.audited;
annotate db.QualityDocuments     with @aftersales.audited;
annotate db.Signatures           with @aftersales.audited;
annotate db.CapaCases            with @aftersales.audited @aftersales.audited.children: ['notifications', 'actions', 'causes', 'checks', 'extensions', 'cycles', 'participants'];
annotate db.EffectivenessChecks  with @aftersales.audited.children: ['scopes', 'failures'];

annotate db.Certificates         with @aftersales.audited;
annotate db.SubstitutionRequests with @aftersales.audited;
// Of visits only that a better recommendation was overruled.
annotate db.Assignments          with @aftersales.audited: 'overruleReason'  @aftersales.audited.elements: [
  'workOrder_ID', 'technician_ID', 'rank', 'score', 'bestTechnician_ID', 'bestScore', 'overruleReason'
];

// A file's state follows the scan for malware.
annotate db.QualityNotifications.attachments with { status @aftersales.unaudited; lastScan @aftersales.unaudited; url @aftersales.unaudited; };
annotate db.CapaCases.attachments            with { status @aftersales.unaudited; lastScan @aftersales.unaudited; url @aftersales.unaudited; };
