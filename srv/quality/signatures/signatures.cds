using { aftersales as db } from '../../../db';
using { aftersales.QualityService } from '../service';
using from '../regulatory';

// Electronic signatures. Whether one still holds is computed from the record as it is.
extend service QualityService with {
  @readonly
  entity Signatures        as projection on db.Signatures {
    *,
    virtual null as isBroken     : Boolean,
    virtual null as brokenReason : String(255),
    virtual null as criticality  : Integer
  };

  @readonly
  entity SignatureMeanings as projection on db.SignatureMeanings;
}

extend projection QualityService.QualityNotifications with {
  signatures : Association to many QualityService.Signatures on signatures.object = 'QualityNotifications' and signatures.objectID = $self.ID
}

extend projection QualityService.CapaCases with {
  signatures : Association to many QualityService.Signatures on signatures.object = 'CapaCases' and signatures.objectID = $self.ID
}

extend projection QualityService.RegulatoryDecisions with {
  signatures : Association to many QualityService.Signatures on signatures.object = 'RegulatoryDecisions' and signatures.objectID = $self.ID
}

extend projection QualityService.RegulatoryReports with {
  signatures : Association to many QualityService.Signatures on signatures.object = 'RegulatoryReports' and signatures.objectID = $self.ID
}
