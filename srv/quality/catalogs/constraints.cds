using { aftersales.QualityService } from './catalogs';

// A code that findings name is made inactive, never deleted.
annotate QualityService.CodeGroups          with @Capabilities.DeleteRestrictions.Deletable: false {
  catalog @mandatory  @assert.target;
  code    @mandatory;
  name    @mandatory;
};
annotate QualityService.Codes               with @Capabilities.DeleteRestrictions.Deletable: false {
  catalog   @mandatory  @assert.target;
  codeGroup @mandatory;
  code      @mandatory;
  name      @mandatory;
};
annotate QualityService.CatalogProfileGroups with {
  profile   @mandatory  @assert.target;
  catalog   @mandatory  @assert.target;
  codeGroup @mandatory;
};
annotate QualityService.CatalogProfiles     with @Capabilities.DeleteRestrictions.Deletable: false { code @mandatory; name @mandatory; };
annotate QualityService.CatalogProfileRules with {
  notificationType @assert.target;
  deviceClass      @assert.target;
  profile          @mandatory  @assert.target;
};
