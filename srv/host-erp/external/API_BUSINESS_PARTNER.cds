/** Business partners: customers, their address, telephone and e-mail. */
@cds.external : true
service API_BUSINESS_PARTNER {
  @cds.external : true
  @cds.persistence.skip : true
  entity A_BusinessPartner {
    key BusinessPartner : String(10) not null;
    Customer : String(10);
    BusinessPartnerCategory : String(1);
    BusinessPartnerFullName : String(81);
    BusinessPartnerName : String(81);
    CorrespondenceLanguage : String(2);
    @sap.display.format : 'Date' CreationDate : Date;
    CreationTime : Time;
    Industry : String(10);
    Language : String(2);
    @sap.display.format : 'Date' LastChangeDate : Date;
    LastChangeTime : Time;
    OrganizationBPName1 : String(40);
    OrganizationBPName2 : String(40);
    SearchTerm1 : String(20);
    BusinessPartnerIsBlocked : Boolean;
    IsMarkedForArchiving : Boolean;
    ETag : String(26);
    to_BusinessPartnerAddress : Association to many A_BusinessPartnerAddress on to_BusinessPartnerAddress.BusinessPartner = BusinessPartner;
    to_Customer : Association to one A_Customer on to_Customer.Customer = Customer;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_BusinessPartnerAddress {
    key BusinessPartner : String(10) not null;
    key AddressID : String(10) not null;
    AddressTimeZone : String(6);
    CityName : String(40);
    Country : String(3);
    District : String(40);
    FullName : String(80);
    HouseNumber : String(10);
    Language : String(2);
    Person : String(10);
    PostalCode : String(10);
    Region : String(3);
    StreetName : String(60);
    to_EmailAddress : Association to many A_AddressEmailAddress on to_EmailAddress.AddressID = AddressID and to_EmailAddress.Person = Person;
    to_PhoneNumber : Association to many A_AddressPhoneNumber on to_PhoneNumber.AddressID = AddressID and to_PhoneNumber.Person = Person;
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_AddressEmailAddress {
    key AddressID : String(10) not null;
    key Person : String(10) not null;
    key OrdinalNumber : String(3) not null;
    IsDefaultEmailAddress : Boolean;
    EmailAddress : String(241);
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_AddressPhoneNumber {
    key AddressID : String(10) not null;
    key Person : String(10) not null;
    key OrdinalNumber : String(3) not null;
    DestinationLocationCountry : String(3);
    IsDefaultPhoneNumber : Boolean;
    PhoneNumber : String(30);
    PhoneNumberExtension : String(10);
    InternationalPhoneNumber : String(30);
    PhoneNumberType : String(1);
  };

  @cds.external : true
  @cds.persistence.skip : true
  entity A_Customer {
    key Customer : String(10) not null;
    CustomerAccountGroup : String(4);
    CustomerFullName : String(220);
    CustomerName : String(80);
    DeliveryIsBlocked : String(2);
    OrderIsBlockedForCustomer : String(2);
    PostingIsBlocked : Boolean;
    DeletionIndicator : Boolean;
  };
};
