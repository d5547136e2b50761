using { aftersales as db } from '../../db';
using { aftersales.DispatchService } from './service';

// What ends within the next ninety days, or has ended: a flat row for each, of people who still work here. With the name, for those
// who may not read the person's record.
extend service DispatchService with {

  /** Without those that a later certificate of the same kind replaces for all the models they cover. */
  @readonly @cds.redirection.target: false
  entity ExpiringCertificates as select from db.Certificates as expiring {
    key ID, technician, technician.name as technicianName, technician.area as area, kind, number, issuer, validTo,
    days_between(date($now), validTo) as daysLeft : Integer,
    case
      when validTo < date($now) then 'expired'
      when days_between(date($now), validTo) <= 30 then '30'
      when days_between(date($now), validTo) <= 60 then '60'
      else '90'
    end as horizon_code : String(10),
    horizon : Association to db.ExpiryHorizons on horizon.code = $self.horizon_code
  } where technician.isActive = true and days_between(date($now), validTo) <= 90 and not exists (
    select 1 as one from db.Certificates as later
    where later.technician.ID = expiring.technician.ID and later.kind.code = expiring.kind.code
      and (later.validTo is null or later.validTo > expiring.validTo)
      and (
        not exists (select 1 as one from db.CertificateModels as whole where whole.certificate.ID = later.ID)
        or (
          exists (select 1 as one from db.CertificateModels as given where given.certificate.ID = expiring.ID)
          and not exists (
            select 1 as one from db.CertificateModels as own where own.certificate.ID = expiring.ID and not exists (
              select 1 as one from db.CertificateModels as same where same.certificate.ID = later.ID and same.model = own.model
            )
          )
        )
      )
  );

  @readonly @cds.redirection.target: false
  entity DueCalibrations as select from db.Tools {
    key ID, technician, technician.name as technicianName, technician.area as area, kind, serialNumber, calibratedOn, calibrationDue,
    days_between(date($now), calibrationDue) as daysLeft : Integer,
    case
      when calibrationDue < date($now) then 'expired'
      when days_between(date($now), calibrationDue) <= 30 then '30'
      when days_between(date($now), calibrationDue) <= 60 then '60'
      else '90'
    end as horizon_code : String(10),
    horizon : Association to db.ExpiryHorizons on horizon.code = $self.horizon_code
  } where technician.isActive = true and kind.needsCalibration = true and days_between(date($now), calibrationDue) <= 90;

  /** Both, to be counted together. */
  @readonly @cds.redirection.target: false
  entity ExpiringThings as
    select from ExpiringCertificates { key ID, technician.userId as userId, daysLeft }
    union all
    select from DueCalibrations { key ID, technician.userId as userId, daysLeft };
}
