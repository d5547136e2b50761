using { aftersales.DispatchService } from '../../srv/dispatch';
using from './stored';

annotate DispatchService.TechnicianPerformance with {
  firstTimeFixRate  @title: '{i18n>firstTimeFixRate}'  @Measures.Unit: '%';
  meanMinutes       @title: '{i18n>meanMinutes}'  @Measures.Unit: 'min';
  faultCategoryText @title: '{i18n>faultCategory}';
}

annotate DispatchService.ExpiringCertificates with @title: '{i18n>ExpiringCertificates}' {
  technician     @Common: { Text: technicianName, TextArrangement: #TextOnly };
  technicianName @title: '{i18n>technician}'  @UI.Hidden;
  area         @title: '{i18n>serviceArea}'  @Common: { Text: area.name, TextArrangement: #TextOnly };
  daysLeft     @title: '{i18n>daysLeft}';
  horizon_code @title: '{i18n>horizon}'  @Common: { Text: horizon.name, TextArrangement: #TextOnly };
  horizon      @title: '{i18n>horizon}'  @Common: { Text: horizon.name, TextArrangement: #TextOnly };
}

annotate DispatchService.DueCalibrations with @title: '{i18n>DueCalibrations}' {
  technician     @Common: { Text: technicianName, TextArrangement: #TextOnly };
  technicianName @title: '{i18n>technician}'  @UI.Hidden;
  area         @title: '{i18n>serviceArea}'  @Common: { Text: area.name, TextArrangement: #TextOnly };
  daysLeft     @title: '{i18n>daysLeft}';
  horizon_code @title: '{i18n>horizon}'  @Common: { Text: horizon.name, TextArrangement: #TextOnly };
  horizon      @title: '{i18n>horizon}'  @Common: { Text: horizon.name, TextArrangement: #TextOnly };
}

annotate DispatchService.ExpiringThings with @title: '{i18n>ExpiringThings}' {
  ID       @UI.Hidden;
  userId   @title: '{i18n>userId}';
  daysLeft @title: '{i18n>daysLeft}';
}

annotate DispatchService.Models with @title: '{i18n>Models}' {
  model        @title: '{i18n>model}';
  manufacturer @title: '{i18n>manufacturer}';
}

annotate DispatchService.importTechnicians with (
  csv     @title: '{i18n>techniciansFile}',
  mapping @title: '{i18n>columnMapping}'
);

annotate DispatchService.Assignments with actions {
  accept  @Common.Label: '{i18n>acceptVisit}';
  decline @Common.Label: '{i18n>declineVisit}' (
    reason_code @title: '{i18n>declineReason}',
    comment     @title: '{i18n>comment}'
  );
};

annotate DispatchService.WorkOrders with {
  assignments @title: '{i18n>Assignments}';
} actions {
  assign @Common.Label: '{i18n>assignVisit}' (
    technician_ID  @title: '{i18n>technician}',
    plannedStart   @title: '{i18n>plannedStart}',
    second_ID      @title: '{i18n>secondTechnician}',
    overruleReason @title: '{i18n>overruleReason}'
  );
  reassign @Common.Label: '{i18n>reassignVisit}' (
    technician_ID  @title: '{i18n>technician}',
    plannedStart   @title: '{i18n>plannedStart}',
    second_ID      @title: '{i18n>secondTechnician}',
    overruleReason @title: '{i18n>overruleReason}'
  );
};

annotate DispatchService.PlanUnserved with {
  text @title: '{i18n>unservedText}';
}

annotate DispatchService.Plans with actions {
  cancel  @Common.Label: '{i18n>cancelPlan}';
  publish @Common.Label: '{i18n>publishPlan}';
  discard @Common.Label: '{i18n>discardPlan}';
};

annotate DispatchService.optimize with @Common.Label: '{i18n>optimize}' (
  ![from]       @title: '{i18n>firstDay}',
  to            @title: '{i18n>lastDay}',
  area_code     @title: '{i18n>serviceArea}',
  seconds       @title: '{i18n>planSeconds}',
  keepsPromises @title: '{i18n>keepsPromises}',
  seed          @title: '{i18n>planSeed}',
  maxIterations @title: '{i18n>maxIterations}'
);

annotate DispatchService.replan with @Common.Label: '{i18n>replan}' (
  area_code     @title: '{i18n>serviceArea}',
  ![from]       @title: '{i18n>firstDay}',
  to            @title: '{i18n>lastDay}',
  technician_ID @title: '{i18n>absentTechnician}',
  workOrder_ID  @title: '{i18n>urgentOrder}',
  reason        @title: '{i18n>replanReason}',
  seconds       @title: '{i18n>planSeconds}',
  seed          @title: '{i18n>planSeed}',
  maxIterations @title: '{i18n>maxIterations}'
);

annotate DispatchService.BoardVisits with @title: '{i18n>BoardVisits}' {
  stateName @title: '{i18n>assignmentState}';
  faultName @title: '{i18n>faultCategory}';
}

annotate DispatchService.UnassignedOrders with @title: '{i18n>UnassignedOrders}' {
  priorityName @title: '{i18n>priority}';
  faultName    @title: '{i18n>faultCategory}';
}
