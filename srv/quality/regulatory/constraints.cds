using { aftersales.QualityService } from './service';

// Actions change reports; of the form's fields only the entry is a person's.
annotate QualityService.RegulatoryReports with @(Capabilities: { InsertRestrictions.Insertable: false, UpdateRestrictions.Updatable: false, DeleteRestrictions.Deletable: false });
annotate QualityService.RegulatoryReportFields with @(Capabilities: { InsertRestrictions.Insertable: false, DeleteRestrictions.Deletable: false }) {
  authority @readonly;
  position  @readonly;
  isManual  @readonly;
};
annotate QualityService.DeviceMarkets with {
  manufacturer @mandatory;
  authority    @mandatory  @assert.target;
  role         @mandatory  @assert.target;
  validTo      @assert: (case when validTo < validFrom then 'VALIDITY_REVERSED' end);
};
