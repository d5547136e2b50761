using { aftersales.QualityService } from '../service';
using from './trace';

annotate QualityService.PartBatches with {
  part     @mandatory  @assert.target;
  batch    @mandatory;
  supplier @mandatory;
};
