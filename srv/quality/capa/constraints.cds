using { aftersales.QualityService } from '../service';
using from './service';

// What the system sets is read-only for everyone; actions change it.
annotate QualityService.CapaCases with {
  number        @readonly;
  phase         @readonly;
  previousPhase @readonly;
  eventCount    @readonly;
  isOpen        @readonly;
  cycle         @readonly;
  riskNumber    @readonly;
  riskLevel     @readonly;
  rootCause     @readonly;
  implementedAt @readonly;
  closedAt      @readonly;
  closedBy      @readonly;
  cancelReason  @readonly;
  title         @mandatory;
  riskMethod    @assert.target;
  part          @assert.target;
  faultCategory @assert.target;
  severity      @assert.range: [1, 10];
  occurrence    @assert.range: [1, 10];
  detection     @assert.range: [1, 10];
};

annotate QualityService.CapaCases with @(
  Capabilities.DeleteRestrictions.Deletable: false,
  cds.search: { number, title, problem, model, rootCause }
);

annotate QualityService.RiskThresholds with {
  level        @mandatory  @assert.target;
  fromNumber   @assert.range: [1, 1000];
  fromSeverity @assert.range: [1, 10];
};

annotate QualityService.RiskMatrixCells with {
  severity   @assert.range: [1, 5];
  occurrence @assert.range: [1, 5];
  level      @mandatory  @assert.target;
};

// Evidence: photos, records, reports.
annotate QualityService.CapaCases.attachments with {
  content @Validation.Maximum: '50MB'  @Core.AcceptableMediaTypes: [
    'image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/heic', 'image/heif', 'video/mp4', 'application/pdf'
  ];
};
