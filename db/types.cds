namespace aftersales;

/** Lengths follow the host's fields where a value goes there. */
type Name             : String(80);
type Text             : String(1000);
type ShortText        : String(80);
type Quantity         : Decimal(13, 3);
type UnitOfMeasure    : String(3);
type Amount           : Decimal(15, 3);
type Rate             : Decimal(15, 3);
type EmailAddress     : String(241);
type PhoneNumber      : String(30);
type UserId           : String(255) @aftersales.userId;
/** IANA name, for instance Europe/Berlin. */
type TimeZone         : String(50);
type Latitude         : Decimal(9, 6);
type Longitude        : Decimal(9, 6);
/** Minutes of elapsed time. */
type Minutes          : Integer;

/** Where a customer or a piece of equipment stands. */
aspect Address {
  street     : String(60)   @title: '{i18n>street}';
  city       : String(40)   @title: '{i18n>city}';
  postalCode : String(10)   @title: '{i18n>postalCode}';
  region     : String(40)   @title: '{i18n>region}';
  country    : String(3)    @title: '{i18n>country}';
  timeZone   : TimeZone     @title: '{i18n>timeZone}';
  latitude   : Latitude     @title: '{i18n>latitude}';
  longitude  : Longitude    @title: '{i18n>longitude}';
}
