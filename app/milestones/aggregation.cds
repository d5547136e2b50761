using { aftersales.ServiceLevelService } from '../../srv/service-levels';

// What the chart and the table group by and add up.

annotate ServiceLevelService.MilestoneLedger with @(
  Aggregation.CustomAggregate #milestoneCount: 'Edm.Int32',
  Aggregation.CustomAggregate #reachedCount: 'Edm.Int32',
  Aggregation.CustomAggregate #onTimeCount: 'Edm.Int32',
  Aggregation.CustomAggregate #lateCount: 'Edm.Int32',
  Aggregation.CustomAggregate #openCount: 'Edm.Int32',
  Analytics.AggregatedProperty #milestones: { Name: 'milestones', AggregationMethod: 'sum', AggregatableProperty: milestoneCount, ![@Common.Label]: '{i18n>milestoneCount}' },
  Analytics.AggregatedProperty #onTime: { Name: 'onTime', AggregationMethod: 'sum', AggregatableProperty: onTimeCount, ![@Common.Label]: '{i18n>onTimeCount}' },
  Analytics.AggregatedProperty #late: { Name: 'late', AggregationMethod: 'sum', AggregatableProperty: lateCount, ![@Common.Label]: '{i18n>lateCount}' },
  Analytics.AggregatedProperty #notYetDue: { Name: 'notYetDue', AggregationMethod: 'sum', AggregatableProperty: openCount, ![@Common.Label]: '{i18n>notYetDueCount}' }
) {
  milestoneCount @Aggregation.default: #SUM  @Analytics.Measure;
  reachedCount   @Aggregation.default: #SUM  @Analytics.Measure;
  onTimeCount    @Aggregation.default: #SUM  @Analytics.Measure;
  lateCount      @Aggregation.default: #SUM  @Analytics.Measure;
  openCount      @Aggregation.default: #SUM  @Analytics.Measure;
};
