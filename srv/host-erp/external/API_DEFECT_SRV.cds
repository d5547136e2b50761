/** Defects (OData V2, "Defect - Create, Read, Update"): a coded finding with its object, without long text, status or causes. */
@cds.external : true
service API_DEFECT_SRV {
  @cds.external : true
  @cds.persistence.skip : true
  entity A_Defect {
    key DefectInternalID : String(12) not null;
    Defect : String(11);
    DefectCategory : String(2);
    DefectText : String(40);
    DefectCodeCatalog : String(1);
    DefectCodeGroup : String(8);
    DefectCode : String(4);
    DefectObjectCodeCatalog : String(1);
    DefectObjectCodeGroup : String(8);
    DefectObjectCode : String(4);
    DefectiveQuantity : Decimal(13, 3);
    DefectiveQuantityUnit : String(3);
    NumberOfDefects : Integer;
    Equipment : String(18);
    Material : String(40);
    Plant : String(4);
    IsDeleted : String(1);
    CreatedByUser : String(12);
    CreationDate : Date;
    LastChangeDate : Date;
    ChangedDateTime : DateTime;
  };
};
