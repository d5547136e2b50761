using { aftersales.WorkOrderService } from './service';

// What the system sets or derives is read-only for everyone; actions change it.
annotate WorkOrderService.WorkOrders with {
  number              @readonly;
  intakeKey           @readonly;
  previousStatus      @readonly;
  eventCount          @readonly;
  isOpen              @readonly;
  customer            @readonly;
  customerName        @readonly;
  serialNumber        @readonly;
  model               @readonly;
  manufacturer        @readonly;
  udiDI               @readonly;
  deviceClass         @readonly;
  importance          @readonly;
  plant               @readonly;
  functionalLocation  @readonly;
  siteName            @readonly;
  street              @readonly;
  city                @readonly;
  postalCode          @readonly;
  region              @readonly;
  country             @readonly;
  timeZone            @readonly;
  latitude            @readonly;
  longitude           @readonly;
  warrantyStatus      @readonly;
  receivedAt          @readonly;
  promisePausedAt     @readonly;
  technician          @readonly;
  serviceArea         @readonly;
  releasedAt          @readonly;
  startedAt           @readonly;
  completedAt         @readonly;
  acceptedAt          @readonly;
  closedAt            @readonly;
  holdReason          @readonly;
  firstTimeFix        @readonly;
  remoteFix           @readonly;
  reopenCount         @readonly;
  rating              @readonly;
  ratingComment       @readonly;
  repeatOf            @readonly;
  costTotal           @readonly;
  currency            @readonly;
  equipment           @mandatory  @Core.Immutable  @assert.target;
  channel             @Core.Immutable  @assert.target;
  reference           @Core.Immutable;
  symptom             @mandatory;
  orderType           @assert.target;
  faultCategory       @assert.target;
  urgency             @assert.target;
  patientImpact       @assert.target;
  priority            @assert.target;
  executionMode       @assert.target;
  accountingIndicator @assert.target;
  resolution          @assert.target;
  finalTest           @assert.target;
  predecessor         @assert.target;
  predecessorRelation @assert.target;
  contactEmail        @assert.format: '^[^@\s]+@[^@\s]+\.[^@\s]+$'  @assert.format.message: 'EMAIL_INVALID';
  contactPhone        @assert.format: '^[0-9+()/. x-]*$'            @assert.format.message: 'PHONE_INVALID';
  downtimeMinutes     @assert.range: [0, 5256000];
};

annotate WorkOrderService.CostItems with {
  workOrder           @Core.Immutable;
  type                @mandatory  @assert.target;
  quantity            @mandatory;
  // Hours of people get the rate of their activity where one is known.
  rate                @assert: (case when rate is null and (unit is null or unit != 'H' or type.code not in ('labour', 'travel')) then 'RATE_MISSING' end);
  amount              @readonly;
  accountingIndicator @assert.target;
  currency            @assert.target;
};

annotate WorkOrderService.WorkOrders with @(
  Capabilities.DeleteRestrictions.Deletable: false,
  cds.search: { number, shortText, symptom, serialNumber, model, customerName, siteName, reference }
);

annotate WorkOrderService.FaultRules with {
  keyword       @mandatory;
  language      @mandatory;
  faultCategory @assert.target;
  patientImpact @assert.target;
};

annotate WorkOrderService.PriorityRules with {
  urgency       @assert.target;
  importance    @assert.target;
  patientImpact @assert.target;
  priority      @mandatory  @assert.target;
};

// Evidence: photos, videos, sound and PDF; a larger file belongs into a document system. Each type stands by its name:
// UI5's upload takes wildcards literally, and image/svg+xml, which can carry scripts, stays out.
annotate WorkOrderService.WorkOrders.attachments with {
  content @Validation.Maximum: '50MB'  @Core.AcceptableMediaTypes: [
    'image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/heic', 'image/heif',
    'video/mp4', 'video/quicktime', 'video/webm', 'video/3gpp',
    'audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/aac', 'audio/wav', 'audio/x-wav', 'audio/ogg', 'audio/webm',
    'application/pdf'
  ];
};
