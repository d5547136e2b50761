using { aftersales.ServiceLevelService } from './warnings';

annotate ServiceLevelService.Warnings with @(restrict: [
  { grant: 'READ', to: [
    'ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
  ] },
  { grant: ['acknowledge', 'handOver'], to: ['ServiceAgent', 'Dispatcher', 'Admin'] },
  { grant: ['READ', 'acknowledge'], to: 'Technician', where: (workOrder.technician.userId = $user) }
]);

// They name people and what they were told.
annotate ServiceLevelService.Notices with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'Auditor', 'Admin'] },
  { grant: 'resend', to: ['Dispatcher', 'Admin'] }
]);

annotate ServiceLevelService.MyNotices with @(restrict: [
  { grant: ['READ', 'markAsRead'], to: 'any', where: (recipient = $user) }
]);

annotate ServiceLevelService.OnCallPersons with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'Auditor', 'Admin'] },
  { grant: '*', to: 'Admin' }
]);

annotate ServiceLevelService.OnCallShifts with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'Auditor', 'Admin'] },
  { grant: '*', to: ['Dispatcher', 'Admin'] }
]);

annotate ServiceLevelService.EscalationSteps with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'Auditor', 'Admin'] },
  { grant: '*', to: 'Admin' }
]);

annotate ServiceLevelService.NoticeTemplates with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'Auditor', 'Admin'] },
  { grant: '*', to: 'Admin' }
]);

annotate ServiceLevelService.OnCallPersons with {
  name      @mandatory;
  quietFrom @assert.format: '^([01][0-9]|2[0-3]):[0-5][0-9]$'  @assert.format.message: 'TIME_OF_DAY_INVALID'
            @assert: (case when (quietFrom is null and quietTo is not null) or (quietFrom is not null and quietTo is null) then 'SPAN_INCOMPLETE' end);
  quietTo   @assert.format: '^([01][0-9]|2[0-3]):[0-5][0-9]$'  @assert.format.message: 'TIME_OF_DAY_INVALID';
};

annotate ServiceLevelService.OnCallShifts with {
  team     @mandatory;
  startsAt @mandatory;
  endsAt   @mandatory  @assert: (case when endsAt <= startsAt then 'SHIFT_REVERSED' end);
  main     @mandatory  @assert.target;
  standBy  @assert.target;
  lead     @assert.target;
  region   @assert.target;
};

annotate ServiceLevelService.EscalationSteps with {
  level          @assert: (case when level < 1 then 'LEVEL_NOT_POSITIVE' end);
  respondMinutes @mandatory  @assert: (case when respondMinutes <= 0 then 'MINUTES_NOT_POSITIVE' end);
  actMinutes     @mandatory  @assert: (case when actMinutes <= 0 then 'MINUTES_NOT_POSITIVE' end);
  role           @mandatory  @assert.range;
};

annotate ServiceLevelService.NoticeTemplates with {
  subject @mandatory;
  body    @mandatory;
};
