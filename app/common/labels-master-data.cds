using { aftersales as db } from '../../db';

annotate db.Replica with {
  isActive     @title: '{i18n>isActive}';
  replicatedAt @title: '{i18n>replicatedAt}';
}

annotate db.Customers with @title: '{i18n>Customers}' {
  ID        @title: '{i18n>id}';
  number    @title: '{i18n>customerNumber}';
  name      @title: '{i18n>customerName}';
  email     @title: '{i18n>email}';
  phone     @title: '{i18n>phone}';
  language  @title: '{i18n>language}';
  equipment @title: '{i18n>equipment}';
}

annotate db.Products with @title: '{i18n>Products}' {
  ID           @title: '{i18n>id}';
  number       @title: '{i18n>productNumber}';
  name         @title: '{i18n>productName}';
  manufacturer @title: '{i18n>manufacturer}';
  productType  @title: '{i18n>productType}';
  baseUnit     @title: '{i18n>baseUnit}';
}

annotate db.Equipment with @title: '{i18n>Equipment}' {
  ID                   @title: '{i18n>id}';
  number               @title: '{i18n>equipmentNumber}';
  serialNumber         @title: '{i18n>serialNumber}';
  name                 @title: '{i18n>equipmentName}';
  model                @title: '{i18n>model}';
  manufacturer         @title: '{i18n>manufacturer}';
  product              @title: '{i18n>product}';
  udiDI                @title: '{i18n>udiDI}';
  deviceClass          @title: '{i18n>deviceClass}';
  importance           @title: '{i18n>importance}';
  plant                @title: '{i18n>plant}';
  functionalLocation   @title: '{i18n>functionalLocation}';
  department           @title: '{i18n>department}';
  siteName             @title: '{i18n>siteName}';
  customer             @title: '{i18n>customer}';
  warrantyStart        @title: '{i18n>warrantyStart}';
  warrantyEnd          @title: '{i18n>warrantyEnd}';
  serviceContract      @title: '{i18n>serviceContract}';
  serviceContractStart @title: '{i18n>serviceContractStart}';
  serviceContractEnd   @title: '{i18n>serviceContractEnd}';
  parent               @title: '{i18n>parentEquipment}';
  parentNumber         @title: '{i18n>parentNumber}'  @UI.Hidden;
  children             @title: '{i18n>childEquipment}';
}

annotate db.Technicians with @title: '{i18n>Technicians}' {
  ID       @title: '{i18n>id}';
  number   @title: '{i18n>technicianNumber}';
  name     @title: '{i18n>technicianName}';
  userId   @title: '{i18n>userId}';
  email    @title: '{i18n>email}';
  phone    @title: '{i18n>phone}';
  isActive @title: '{i18n>isActive}';
}
