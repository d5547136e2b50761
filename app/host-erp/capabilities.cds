using { aftersales.HostErpService } from '../../srv/host-erp';

annotate HostErpService.HostMessages with @(
  cds.search: { number, workOrderNumber, hostDocument, idempotencyKey, lastErrorCode, lastError, actingUser },
  UI.CreateHidden: true,
  UI.DeleteHidden: true,
  UI.UpdateHidden: true,
  Capabilities.FilterRestrictions: {
    FilterExpressionRestrictions: [
      { Property: createdAt,   AllowedExpressions: 'SingleRange' },
      { Property: sentAt,      AllowedExpressions: 'SingleRange' },
      { Property: confirmedAt, AllowedExpressions: 'SingleRange' },
      { Property: nextAttemptAt, AllowedExpressions: 'SingleRange' }
    ]
  }
);

// Needed by the page, of no use as a column or filter.
annotate HostErpService.HostMessages with {
  payload   @UI.HiddenFilter;
  dueAt     @UI.Hidden;
  workOrder @UI.Hidden;
};
