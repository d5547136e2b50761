using { aftersales as db } from '../../db';

namespace aftersales;

/** The only door to the host: what is on its way there, what the host said, and what needs a person. */
service HostErpService @(path: '/odata/v4/host-erp') {
  @readonly
  entity HostMessages as projection on db.HostMessages actions {
    /** Sends again what needs attention, after its reason is gone. */
    action retry()                                             returns HostMessages;
    /** Ends what will not be sent any more. */
    action giveUp(reason : db.HostMessages:givenUpReason not null) returns HostMessages;
  };

  @readonly entity HostMessageStates as projection on db.HostMessageStates;
  @readonly entity HostMessageKinds  as projection on db.HostMessageKinds;
}
