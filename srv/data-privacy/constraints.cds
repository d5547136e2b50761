using { aftersales.DataPrivacyService } from './service';

annotate DataPrivacyService.RetentionRules with {
  object          @mandatory  @assert.target;
  reference       @mandatory  @assert.target;
  orderType       @assert.target;
  deviceClass     @assert.target;
  residenceMonths @mandatory  @assert.range: [0, 1200];
  retentionMonths @mandatory  @assert.range: [0, 1200];
  legalBasis      @mandatory;
}

annotate DataPrivacyService.LegalHolds with {
  object       @assert.target;
  customer     @assert.target;
  reason       @mandatory;
  objectNumber @assert: (case when objectNumber is null and customer.ID is null then 'HOLD_WITHOUT_OBJECT' when objectNumber is not null and object.code is null then 'HOLD_WITHOUT_KIND' end);
  releasedAt   @readonly;
  releasedBy   @readonly;
}

annotate DataPrivacyService.DataSubjects with @cds.search: { name, email, phone, userId, customerName };
