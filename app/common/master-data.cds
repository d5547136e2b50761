using { aftersales.MasterDataService } from '../../srv/master-data';
using from './stored';

annotate MasterDataService.replicate with (
  object_code @title: '{i18n>replicationObject}',
  mode_code   @title: '{i18n>replicationMode}'
);

annotate MasterDataService.StockLevel with {
  plant           @title: '{i18n>plant}';
  storageLocation @title: '{i18n>storageLocation}';
  batch           @title: '{i18n>batch}';
  stockType       @title: '{i18n>stockType}';
  quantity        @title: '{i18n>quantity}'  @Measures.Unit: unit;
  unit            @title: '{i18n>unit}';
  readAt          @title: '{i18n>readAt}';
  ageSeconds      @title: '{i18n>ageSeconds}';
}

annotate MasterDataService.stock with (
  material @title: '{i18n>productNumber}',
  plant    @title: '{i18n>plant}'
);
