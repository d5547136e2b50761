using { aftersales.QualityService } from '../service';
using from './audit';

// Object and event in the reader's words; the trail itself keeps their names.
extend projection QualityService.AuditEvents with {
  virtual null as objectName : String(120),
  virtual null as eventName  : String(120)
}
