using { aftersales as db } from '../../db';

namespace aftersales;

/** The only door to the host: what is on its way there, what the host said, and what needs a person. */
service HostErpService @(path: '/odata/v4/host-erp') {
  @readonly
  entity HostMessages as projection on db.HostMessages {
    *,
    workOrder.number as workOrderNumber,
    dependsOn.number as dependsOnNumber,
    /** While a message is being sent, dueAt is the end of the lease; before its first attempt it is in the past. */
    case when state.code = 'Pending' and lastErrorCode is not null then dueAt end as nextAttemptAt : Timestamp
  } actions {
    /** Sends again what needs attention, after its reason is gone. */
    action retry()                                             returns HostMessages;
    /** Ends what will not be sent any more. */
    action giveUp(reason : db.HostMessages:givenUpReason not null) returns HostMessages;
  };

  @readonly entity HostMessageStates as projection on db.HostMessageStates;
  @readonly entity HostMessageKinds  as projection on db.HostMessageKinds;
}
