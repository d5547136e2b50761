using { aftersales.WorkOrderService } from './service';

// New → Released → Assigned → InProgress ⇄ OnHold → Completed → Accepted → Closed.
annotate WorkOrderService.WorkOrders with @flow.status: status actions {
  release   @from: #New                                             @to: #Released;
  assign    @from: #Released                                        @to: #Assigned;
  unassign  @from: #Assigned                                        @to: #Released;
  start     @from: #Assigned                                        @to: #InProgress;
  hold      @from: #InProgress                                      @to: #OnHold;
  resume    @from: #OnHold                                          @to: #InProgress;
  complete  @from: #InProgress                                      @to: #Completed;
  accept    @from: #Completed                                       @to: #Accepted;
  close     @from: #Accepted                                        @to: #Closed;
  cancel    @from: [#New, #Released, #Assigned, #InProgress, #OnHold] @to: #Cancelled;
  reopen    @from: [#Completed, #Accepted]                          @to: #Released;
};
