using { aftersales as db } from '../../../db';
using { aftersales.FinanceService } from '../service';

namespace aftersales;

// What waits for whoever posts.
extend service FinanceService with {

  // One row an order: what is open and may be posted as its work is done, or a posting that is not through.
  @readonly
  entity PostingWorklist as select from db.OrderFinances as finance
    left join db.PostingPeriods as period
      on period.companyCode.code = finance.companyCode and period.fiscalYear = finance.fiscalYear and period.fiscalPeriod = finance.fiscalPeriod and period.isOpen = false
    mixin {
      category     : Association to FinanceService.PostingCategories on category.code = $projection.category_code;
      workOrder    : Association to FinanceService.WorkOrders on workOrder.ID = $projection.workOrder_ID;
      posting      : Association to FinanceService.CostPostings on posting.ID = $projection.posting_ID;
      orderStatus  : Association to db.WorkOrderStatuses on orderStatus.code = $projection.orderStatus_code;
      postingState : Association to db.CostPostingStates on postingState.code = $projection.postingState_code;
      postingKind  : Association to db.CostPostingKinds on postingKind.code = $projection.postingKind_code;
      incomplete   : Association to db.IncompleteReasons on incomplete.code = $projection.incompleteReason;
      orderFinance : Association to FinanceService.OrderFinances on orderFinance.workOrder.ID = $projection.workOrder_ID;
    }
    into {
      key finance.workOrder.ID          as workOrder_ID        : UUID,
          case
            when finance.currentPosting.state.code = 'Failed' then 'failed'
            when finance.currentPosting.ID is not null        then 'waiting'
            when finance.incompleteCount > 0                  then 'incomplete'
            when period.isOpen = false                        then 'closedPeriod'
            else 'ready'
          end                           as category_code       : db.PostingCategory,
          finance.workOrder.number      as workOrderNumber,
          finance.workOrder.shortText   as shortText,
          finance.workOrder.status.code as orderStatus_code    : String(20),
          finance.workOrder.customerName as customerName,
          finance.workOrder.serialNumber as serialNumber,
          finance.workOrder.model       as model,
          finance.companyCode           as companyCode,
          finance.open                  as open,
          finance.currency.code         as currency_code       : String(3),
          finance.openCount             as openCount,
          finance.incompleteCount       as incompleteCount,
          finance.incompleteReason      as incompleteReason,
          finance.costDate              as costDate,
          finance.fiscalYear            as fiscalYear,
          finance.fiscalYearText        as fiscalYearText,
          finance.fiscalPeriod          as fiscalPeriod,
          finance.currentPosting.ID     as posting_ID          : UUID,
          finance.currentPosting.number as postingNumber,
          finance.currentPosting.state.code as postingState_code : db.CostPostingState,
          finance.currentPosting.kind.code  as postingKind_code  : db.CostPostingKind,
          finance.currentPosting.errorCode  as errorCode,
          finance.currentPosting.error      as error,
          finance.currentPosting.modifiedAt as postingChangedAt,
          category, workOrder, posting, orderStatus, postingState, postingKind, incomplete, orderFinance
    }
    where finance.currentPosting.ID is not null
       or (finance.state.code = 'Open' and (finance.openCount > 0 or finance.incompleteCount > 0) and finance.workOrder.status.code in ('Completed', 'Accepted', 'Closed', 'Cancelled'));

  @readonly entity PostingCategories as projection on db.PostingCategories;
}

annotate FinanceService.PostingWorklist with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }]);
annotate FinanceService.PostingCategories with @(restrict: [{ grant: 'READ', to: 'any' }]);
