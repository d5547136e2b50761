using { aftersales as db } from '../../db';

annotate db.TrendDimensions with @title: '{i18n>TrendDimensions}' {
  code     @title: '{i18n>trendDimension}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position @title: '{i18n>position}';
}

annotate db.TrendSignalStates with @title: '{i18n>TrendSignalStates}' {
  code        @title: '{i18n>signalState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.TrendSeriesStates with @title: '{i18n>TrendSeriesStates}' {
  code        @title: '{i18n>seriesState}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.TrendSeries with @title: '{i18n>TrendSeries}' {
  dimension    @title: '{i18n>trendDimension}'  @Common: { Text: dimension.name, TextArrangement: #TextOnly };
  value        @title: '{i18n>trendValue}'  @Common: { Text: title, TextArrangement: #TextFirst };
  title        @title: '{i18n>trendTitle}';
  part         @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  state        @title: '{i18n>seriesState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  week         @title: '{i18n>trendWeek}';
  count        @title: '{i18n>countOfWeek}';
  yearCount    @title: '{i18n>countOfYear}';
  exposure     @title: '{i18n>trendExposure}';
  expected     @title: '{i18n>expectedCount}';
  dispersion   @title: '{i18n>trendDispersion}';
  statistic    @title: '{i18n>cumulativeSum}';
  threshold    @title: '{i18n>signalThreshold}';
  lastSignal   @title: '{i18n>lastSignal}'  @Common: { Text: lastSignal.number, TextArrangement: #TextOnly };
  historyKey   @title: '{i18n>historyKey}';
  calculatedAt @title: '{i18n>trendCalculatedAt}';
  points       @title: '{i18n>TrendPoints}';
}

annotate db.TrendSignals with @title: '{i18n>TrendSignals}' {
  ID        @title: '{i18n>id}'  @UI.Hidden;
  number    @title: '{i18n>signalNumber}';
  dimension @title: '{i18n>trendDimension}'  @Common: { Text: dimension.name, TextArrangement: #TextOnly };
  value     @title: '{i18n>trendValue}'  @Common: { Text: title, TextArrangement: #TextFirst };
  title     @title: '{i18n>trendTitle}';
  method    @title: '{i18n>trendMethod}';
  week      @title: '{i18n>signalWeek}';
  sinceWeek @title: '{i18n>sinceWeek}';
  count     @title: '{i18n>countSince}';
  expected  @title: '{i18n>expectedSince}';
  limit     @title: '{i18n>signalThreshold}';
  statistic @title: '{i18n>cumulativeSum}';
  state     @title: '{i18n>signalState}'  @Common: { Text: state.name, TextArrangement: #TextOnly };
  capa      @title: '{i18n>signalCapa}'  @Common: { Text: capa.number, TextArrangement: #TextOnly };
  decidedBy @title: '{i18n>decidedBy}';
  decidedAt @title: '{i18n>decidedAt}';
  reason    @title: '{i18n>signalReason}'  @UI.MultiLineText;
  series    @title: '{i18n>TrendSeries}';
  points    @title: '{i18n>TrendPoints}';
}

annotate db.TrendPoints with @title: '{i18n>TrendPoints}' {
  dimension @title: '{i18n>trendDimension}'  @Common: { Text: dimension.name, TextArrangement: #TextOnly };
  value     @title: '{i18n>trendValue}';
  week      @title: '{i18n>trendWeek}';
  count     @title: '{i18n>countOfWeek}';
  exposure  @title: '{i18n>trendExposure}';
  rate      @title: '{i18n>trendRate}';
  center    @title: '{i18n>trendCenter}';
  upper     @title: '{i18n>trendUpper}';
  statistic @title: '{i18n>cumulativeSum}';
  threshold @title: '{i18n>signalThreshold}';
  isSignal  @title: '{i18n>isSignal}';
}

annotate db.BatchSources with @title: '{i18n>BatchSources}' {
  code @title: '{i18n>batchSource}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.PartBatches with @title: '{i18n>PartBatches}' {
  part             @title: '{i18n>part}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  batch            @title: '{i18n>batch}';
  supplier         @title: '{i18n>supplier}';
  supplierBatch    @title: '{i18n>supplierBatch}';
  receivedOn       @title: '{i18n>batchReceivedOn}';
  manufacturedOn   @title: '{i18n>batchManufacturedOn}';
  expiresOn        @title: '{i18n>batchExpiresOn}';
  materialDocument @title: '{i18n>batchMaterialDocument}';
  source           @title: '{i18n>batchSource}'  @Common: { Text: source.name, TextArrangement: #TextOnly };
}
