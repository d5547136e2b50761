using { aftersales.SparePartsService } from '../../srv/spare-parts';

// What can be done with a reservation, where its pieces and the user's role allow it. Places and substitutes are chosen in their tables (webapp/ext/choosing).

annotate SparePartsService.Reservations with @(
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.claim', Label: '{i18n>claimPart}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Gt: [{ $Path: 'openQuantity' }, 0] }, { $Path: '/CurrentUser/mayClaim' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.pick', Label: '{i18n>pickPart}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Gt: [{ $Path: 'claimedQuantity' }, { $Path: 'pickedQuantity' }] }, { $Path: '/CurrentUser/mayIssue' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.issue', Label: '{i18n>issuePart}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Gt: [{ $Path: 'claimedQuantity' }, 0] }, { $Path: '/CurrentUser/mayIssue' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.consume', Label: '{i18n>consumePart}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Gt: [{ $Path: 'inHandQuantity' }, 0] }, { $Path: '/CurrentUser/maySettle' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.returnUnused', Label: '{i18n>returnPart}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Gt: [{ $Path: 'inHandQuantity' }, 0] }, { $Path: '/CurrentUser/maySettle' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.scrap', Label: '{i18n>scrapPart}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Gt: [{ $Path: 'inHandQuantity' }, 0] }, { $Path: '/CurrentUser/maySettle' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.requisition', Label: '{i18n>buyPart}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Gt: [{ $Path: 'openQuantity' }, 0] }, { $Path: '/CurrentUser/mayRequisition' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'SparePartsService.release', Label: '{i18n>releasePart}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [
        { $Or: [{ $Gt: [{ $Path: 'openQuantity' }, 0] }, { $Gt: [{ $Path: 'claimedQuantity' }, 0] }] }, { $Path: '/CurrentUser/mayClaim' }
      ] } } } }
  ]
);

annotate SparePartsService.Reservations with actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.alertRule, in.place, in.movements, in.part.stocks] }
  claim        @Common.Label: '{i18n>claimPart}' (
    quantity        @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/openQuantity' } },
    plant           @UI.Hidden,
    storageLocation @UI.Hidden
  );
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.movements] }
  pick         @Common.Label: '{i18n>pickPart}' (
    quantity        @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/claimedQuantity' } }
  );
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.alertRule, in.movements, in.part.stocks] }
  issue        @Common.Label: '{i18n>issuePart}' (
    quantity        @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/claimedQuantity' } },
    batch           @UI.Placeholder: '{i18n>spareParts.batchOnly}',
    serialNumbers   @UI.Placeholder: '{i18n>spareParts.serialsOnly}'
  );
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.alertRule, in.movements] }
  consume      @Common.Label: '{i18n>consumePart}' (
    quantity        @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/inHandQuantity' } },
    serialNumber    @UI.Placeholder: '{i18n>spareParts.serialsOnly}',
    removedSerialNumber @UI.Placeholder: '{i18n>spareParts.serialsOnly}',
    batch           @UI.Placeholder: '{i18n>spareParts.batchOnly}'
  );
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.alertRule, in.movements, in.part.stocks] }
  returnUnused @Common.Label: '{i18n>returnPart}' (
    quantity        @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/inHandQuantity' } },
    plant           @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/plant' } },
    storageLocation @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/storageLocation' } }
                    @Common.ValueList: {
      CollectionPath: 'StockPlaces', SearchSupported: true,
      Parameters: [
        { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: storageLocation, ValueListProperty: 'storageLocation' },
        { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: plant, ValueListProperty: 'plant' },
        { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
        { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'isActive', Constant: true }
      ]
    },
    serialNumber    @UI.Placeholder: '{i18n>spareParts.serialsOnly}'
  );
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.alertRule, in.movements, in.part.stocks] }
  scrap        @Common.Label: '{i18n>scrapPart}' (
    quantity        @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/inHandQuantity' } },
    reason          @UI.MultiLineText,
    serialNumber    @UI.Placeholder: '{i18n>spareParts.serialsOnly}'
  );
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.alertRule, in.place, in.movements, in.part.stocks] }
  release      @Common.Label: '{i18n>releasePart}'  @Common.IsActionCritical;
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.alertRule, in.place, in.part, in.insteadOf, in.movements] }
  useSubstitute @Common.Label: '{i18n>useSubstitute}' (
    part_ID         @UI.Hidden,
    reason          @UI.MultiLineText
  );
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.alertRule, in.place, in.transfer, in.movements, in.part.stocks] }
  transferFrom @Common.Label: '{i18n>transferPart}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state, in.alertRule, in.movements] }
  requisition  @Common.Label: '{i18n>buyPart}' (
    quantity        @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/openQuantity' } },
    supplier        @UI.Placeholder: '{i18n>spareParts.usualSupplier}'
  );
};
