using { aftersales as db } from '../../../db';
using { aftersales.QualityService } from '../service';

extend service QualityService with {
  // What people of the host did to its document, newest last.
  @readonly entity HostRemarks as projection on db.HostRemarks;
}

extend projection QualityService.QualityNotifications with {
  // State of the message that hands it over, its number, and the host's last words. Told of the rows that are read: a join would be made for every row that is counted.
  virtual null as hostDeliveryCode        : String(15),
  virtual null as hostDeliveryName        : String(255),
  virtual null as hostDeliveryCriticality : Integer,
  virtual null as hostMessageNumber       : String(20),
  virtual null as hostError               : String(1000)
}

extend QualityService.QualityNotifications with actions {
  // Hands the notification to the host, where that failed or was not done when it was put in process.
  action sendToHost()      returns QualityService.QualityNotifications;
  // Asks the host now what has become of its document.
  action refreshFromHost() returns QualityService.QualityNotifications;
};

extend service QualityService with {
  // Asks the host now what has become of all its documents.
  action followHost();
}
