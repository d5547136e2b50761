namespace aftersales;

using { cuid, managed } from '@sap/cds/common';
using { aftersales as types } from './types';

entity Technicians : cuid, managed {
  number   : String(12) not null;
  name     : types.Name not null;
  /** The user who signs in; row rules compare it with $user. */
  userId   : types.UserId;
  email    : types.EmailAddress;
  phone    : types.PhoneNumber;
  area     : String(40);
  isActive : Boolean default true;
}
