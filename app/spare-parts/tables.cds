using { aftersales.SparePartsService } from '../../srv/spare-parts';

// The tables on the page of a reservation.

annotate SparePartsService.PartMovements with @(
  UI.HeaderInfo: { TypeName: '{i18n>spareParts.movement}', TypeNamePlural: '{i18n>spareParts.movements}', Title: { Value: kind_code } },
  UI.LineItem: [
    { Value: at,              @UI.Importance: #High,   @HTML5.CssDefaults: { width: '11rem' } },
    { Value: kind_code,       @UI.Importance: #High,   @HTML5.CssDefaults: { width: '13%' } },
    { Value: quantity,        @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7%' } },
    { Value: storageLocation, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8%' } },
    { Value: toStorageLocation, @UI.Importance: #Low,  @HTML5.CssDefaults: { width: '8%' } },
    { Value: serialNumber,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } },
    { Value: batch,           @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '7%' } },
    { $Type: 'UI.DataFieldWithUrl', Value: hostMessageNumber,
      Url: { $edmJson: { $Apply: ['#HostMessage-manage?number=', { $Path: 'hostMessageNumber' }], $Function: 'odata.concat' } },
                              @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } },
    { Value: hostDocument,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { Value: hostState_code,  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9%' } },
    { Value: userId,          @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9%' } },
    { Value: text,            @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '14%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: sequence, Descending: true }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate SparePartsService.Availability with @(
  UI.HeaderInfo: { TypeName: '{i18n>spareParts.stock}', TypeNamePlural: '{i18n>spareParts.stocks}', Title: { Value: placeName } },
  UI.LineItem: [
    { Value: placeName,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: kind_code,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } },
    { Value: plant,        @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '6%' } },
    { Value: available,    @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9%' } },
    { Value: unrestricted, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '9%' } },
    { Value: claimed,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '8%' } },
    { Value: reserved,     @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } },
    { Value: onOrder,      @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '8%' } },
    { Value: expectedAt,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { Value: readAt,       @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '12%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: plant }, { Property: storageLocation }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);
