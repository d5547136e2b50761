namespace aftersales;

using { cuid, managed } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';

/** Replicas of host data. The host stays the owner; nothing here is edited by people. */
aspect Replica : managed {
  isActive     : Boolean default true;
  /** When the host last told something new; empty for what did not come from it, such as equipment of imported orders. */
  replicatedAt : Timestamp;
}

entity Customers : cuid, Replica, types.Address {
  number      : String(10) not null;
  name        : types.Name not null;
  email       : types.EmailAddress;
  phone       : types.PhoneNumber;
  language    : String(5);
  equipment   : Association to many Equipment on equipment.customer = $self;
}

entity Products : cuid, Replica {
  number       : String(40) not null;
  name         : localized String(80);
  manufacturer : String(30);
  productType  : String(4);
  baseUnit     : types.UnitOfMeasure;
}

entity Equipment : cuid, Replica, types.Address {
  number               : String(18) not null;
  serialNumber         : String(18) not null;
  name                 : String(80);
  model                : String(20);
  manufacturer         : String(30);
  product              : Association to Products;
  /** Device identifier part of the UDI (GS1: GTIN-14). */
  udiDI                : String(40);
  deviceClass          : Association to codes.DeviceClasses;
  importance           : Association to codes.EquipmentImportances;
  plant                : String(4);
  functionalLocation   : String(40);
  department           : String(40);
  siteName             : types.Name;
  customer             : Association to Customers;
  warrantyStart        : Date;
  warrantyEnd          : Date;
  serviceContract      : String(10);
  serviceContractStart : Date;
  serviceContractEnd   : Date;
  parent               : Association to Equipment;
  /** As the host names it: the parent may be replicated after its parts. */
  parentNumber         : String(18);
  children             : Association to many Equipment on children.parent = $self;
}
