using { aftersales.WorkOrderService } from '../../srv/work-orders';

// The steps on the order's page. Each is shown only where the status (flows.cds) and the user's role allow it;
// the step that usually comes next stands out (Criticality). Accepting has its own dialog (webapp/ext/accept).

annotate WorkOrderService.WorkOrders with @(
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.release', Label: '{i18n>workOrders.release}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Eq: [{ $Path: 'status_code' }, 'New'] }] }, { $Path: '/CurrentUser/mayRelease' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.assign', Label: '{i18n>workOrders.assign}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Eq: [{ $Path: 'status_code' }, 'Released'] }] }, { $Path: '/CurrentUser/mayAssign' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.start', Label: '{i18n>workOrders.start}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Eq: [{ $Path: 'status_code' }, 'Assigned'] }] }, { $Path: '/CurrentUser/mayWork' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.resume', Label: '{i18n>workOrders.resume}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Eq: [{ $Path: 'status_code' }, 'OnHold'] }] }, { $Path: '/CurrentUser/mayWork' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.complete', Label: '{i18n>workOrders.complete}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Eq: [{ $Path: 'status_code' }, 'InProgress'] }] }, { $Path: '/CurrentUser/mayWork' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.hold', Label: '{i18n>workOrders.hold}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Eq: [{ $Path: 'status_code' }, 'InProgress'] }] }, { $Path: '/CurrentUser/mayWork' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.close', Label: '{i18n>workOrders.close}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Eq: [{ $Path: 'status_code' }, 'Accepted'] }] }, { $Path: '/CurrentUser/mayClose' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.unassign', Label: '{i18n>workOrders.unassign}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Eq: [{ $Path: 'status_code' }, 'Assigned'] }] }, { $Path: '/CurrentUser/mayAssign' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.reopen', Label: '{i18n>workOrders.reopen}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Or: [{ $Eq: [{ $Path: 'status_code' }, 'Completed'] }, { $Eq: [{ $Path: 'status_code' }, 'Accepted'] }] }] }, { $Path: '/CurrentUser/mayReopen' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.cancel', Label: '{i18n>workOrders.cancel}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $And: [{ $Path: 'IsActiveEntity' }, { $Path: 'isOpen' }] }, { $Path: '/CurrentUser/mayCancel' }
      ] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.accept', @UI.Hidden: true }
  ]
);

annotate WorkOrderService.WorkOrders with actions {
  release  @Common.Label: '{i18n>workOrders.release}';
  assign   @Common.Label: '{i18n>workOrders.assign}' (
    technician_ID @title: '{i18n>workOrders.technician}'  @UI.Hidden: false  @mandatory,
    plannedStart  @title: '{i18n>workOrders.plannedStart}'  @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/requestedStart' } }
  );
  unassign @Common.Label: '{i18n>workOrders.unassign}'  @Common.IsActionCritical;
  start    @Common.Label: '{i18n>workOrders.start}';
  hold     @Common.Label: '{i18n>workOrders.hold}' (
    reason_code @title: '{i18n>workOrders.reason}'  @mandatory
  );
  resume   @Common.Label: '{i18n>workOrders.resume}';
  complete @Common.Label: '{i18n>workOrders.complete}' (
    resolution_code @title: '{i18n>workOrders.resolution}'  @mandatory,
    summary         @title: '{i18n>workOrders.summary}'          @UI.MultiLineText,
    testData        @title: '{i18n>workOrders.testData}'         @UI.MultiLineText
                    @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/testData' } }
                    @Common.FieldControl: { $edmJson: { $If: [{ $Path: 'in/deviceClass/requiresTestData' }, 7, 3] } },
    udi             @title: '{i18n>workOrders.udi}'
                    @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/udi' } }
                    @Common.FieldControl: { $edmJson: { $If: [{ $Path: 'in/deviceClass/requiresUdi' }, 7, 3] } },
    finalTest_code  @title: '{i18n>finalTest}',
    rootCauseHint   @title: '{i18n>workOrders.rootCauseHint}'    @UI.MultiLineText,
    downtimeMinutes @title: '{i18n>workOrders.downtimeMinutes}'
  );
  accept   @Common.Label: '{i18n>workOrders.accept}';
  close    @Common.Label: '{i18n>workOrders.close}';
  cancel   @Common.Label: '{i18n>workOrders.cancel}'  @Common.IsActionCritical (
    reason_code @title: '{i18n>workOrders.reason}'  @mandatory
  );
  reopen   @Common.Label: '{i18n>workOrders.reopen}'  @Common.IsActionCritical (
    reason_code @title: '{i18n>workOrders.reason}'  @mandatory
  );
};
