/** Cost centres, to check the cost object of a goods issue before it leaves. */
@cds.external : true
service API_COSTCENTER_SRV {
  @cds.external : true
  @cds.persistence.skip : true
  entity A_CostCenter {
    key ControllingArea : String(4) not null;
    key CostCenter : String(10) not null;
    @sap.display.format : 'Date' key ValidityEndDate : Date not null;
    @sap.display.format : 'Date' ValidityStartDate : Date;
    CompanyCode : String(4);
    CostCtrResponsiblePersonName : String(20);
    CostCenterCurrency : String(5);
    ProfitCenter : String(10);
    Department : String(12);
    CostCenterCategory : String(1);
    IsBlkdForPrimaryCostsPosting : String(1);
  };
};
