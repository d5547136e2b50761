using { aftersales as db } from '../../db';

// Names instead of codes and keys, units beside their figures, time zones as such.

annotate db.WorkOrders with {
  ID                  @Common: { Text: number, TextArrangement: #TextOnly };
  channel             @Common: { Text: channel.name, TextArrangement: #TextOnly };
  status              @Common: { Text: status.name, TextArrangement: #TextOnly };
  previousStatus      @Common: { Text: previousStatus.name, TextArrangement: #TextOnly };
  faultCategory       @Common: { Text: faultCategory.name, TextArrangement: #TextOnly };
  urgency             @Common: { Text: urgency.name, TextArrangement: #TextOnly };
  patientImpact       @Common: { Text: patientImpact.name, TextArrangement: #TextOnly };
  priority            @Common: { Text: priority.name, TextArrangement: #TextOnly };
  executionMode       @Common: { Text: executionMode.name, TextArrangement: #TextOnly };
  warrantyStatus      @Common: { Text: warrantyStatus.name, TextArrangement: #TextOnly };
  accountingIndicator @Common: { Text: accountingIndicator.name, TextArrangement: #TextOnly };
  holdReason          @Common: { Text: holdReason.name, TextArrangement: #TextOnly };
  resolution          @Common: { Text: resolution.name, TextArrangement: #TextOnly };
  predecessorRelation @Common: { Text: predecessorRelation.name, TextArrangement: #TextOnly };
  orderType           @Common: { Text: orderType.name, TextArrangement: #TextFirst };
  equipment           @Common: { Text: serialNumber, TextArrangement: #TextOnly };
  customer            @Common: { Text: customerName, TextArrangement: #TextOnly };
  technician          @Common: { Text: technician.name, TextArrangement: #TextOnly };
  repeatOf            @Common: { Text: repeatOf.number, TextArrangement: #TextOnly };
  predecessor         @Common: { Text: predecessor.number, TextArrangement: #TextOnly };
  downtimeMinutes     @Measures.Unit: 'min';
  costTotal           @Measures.ISOCurrency: currency_code;
}

annotate db.EquipmentSnapshot with {
  deviceClass         @Common: { Text: deviceClass.name, TextArrangement: #TextOnly };
  importance          @Common: { Text: importance.name, TextArrangement: #TextOnly };
}

annotate db.CostItems with {
  workOrder           @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  type                @Common: { Text: type.name, TextArrangement: #TextOnly };
  accountingIndicator @Common: { Text: accountingIndicator.name, TextArrangement: #TextOnly };
  quantity            @Measures.Unit: unit;
  rate                @Measures.ISOCurrency: currency_code;
  amount              @Measures.ISOCurrency: currency_code;
}

annotate db.Notes with {
  workOrder           @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
}

annotate db.Events with {
  workOrder           @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  type                @Common: { Text: type.name, TextArrangement: #TextOnly };
  fromStatus          @Common: { Text: fromStatus.name, TextArrangement: #TextOnly };
  toStatus            @Common: { Text: toStatus.name, TextArrangement: #TextOnly };
}

annotate db.FaultRules with {
  faultCategory       @Common: { Text: faultCategory.name, TextArrangement: #TextOnly };
  patientImpact       @Common: { Text: patientImpact.name, TextArrangement: #TextOnly };
}

annotate db.PriorityRules with {
  urgency             @Common: { Text: urgency.name, TextArrangement: #TextOnly };
  importance          @Common: { Text: importance.name, TextArrangement: #TextOnly };
  patientImpact       @Common: { Text: patientImpact.name, TextArrangement: #TextOnly };
  priority            @Common: { Text: priority.name, TextArrangement: #TextOnly };
}

annotate db.FaultCategories with {
  urgency             @Common: { Text: urgency.name, TextArrangement: #TextOnly };
  defaultExecutionMode @Common: { Text: defaultExecutionMode.name, TextArrangement: #TextOnly };
}

annotate db.Customers with {
  ID                  @Common: { Text: name, TextArrangement: #TextOnly };
  email               @Communication.IsEmailAddress;
  phone               @Communication.IsPhoneNumber;
}

annotate db.Products with {
  ID                  @Common: { Text: name, TextArrangement: #TextOnly };
  number              @Common: { Text: name, TextArrangement: #TextLast };
}

annotate db.Equipment with {
  ID                  @Common: { Text: serialNumber, TextArrangement: #TextOnly };
  product             @Common: { Text: product.name, TextArrangement: #TextOnly };
  deviceClass         @Common: { Text: deviceClass.name, TextArrangement: #TextOnly };
  importance          @Common: { Text: importance.name, TextArrangement: #TextOnly };
  customer            @Common: { Text: customer.name, TextArrangement: #TextOnly };
  parent              @Common: { Text: parent.serialNumber, TextArrangement: #TextOnly };
}

annotate db.Technicians with {
  ID                  @Common: { Text: name, TextArrangement: #TextOnly };
  email               @Communication.IsEmailAddress;
  phone               @Communication.IsPhoneNumber;
}

annotate db.Address with {
  timeZone            @Common.IsTimezone;
  latitude            @UI.HiddenFilter;
  longitude           @UI.HiddenFilter;
}
