using { aftersales.SparePartsService } from '../service';

annotate SparePartsService.Substitutes with @odata.draft.enabled;
annotate SparePartsService.StockPlaces with @odata.draft.enabled;

annotate SparePartsService.Substitutes with {
  part       @mandatory  @assert.target;
  kind       @assert.target;
  substitute @mandatory  @assert.target  @assert: (case when part.ID = substitute.ID then 'SUBSTITUTE_IS_PART' end);
  priority   @assert.range: [1, 99];
  validTo    @assert: (case when validTo < validFrom then 'VALIDITY_REVERSED' end);
};
annotate SparePartsService.StockPlaces with {
  name          @mandatory;
  kind          @mandatory  @assert.target;
  technician    @assert.target;
  latitude      @assert.range: [-90, 90];
  longitude     @assert.range: [-180, 180];
  deliveryHours @assert.range: [0, 2000];
};
annotate SparePartsService.SubstitutionRequests with actions {
  decline(decision @mandatory);
};
