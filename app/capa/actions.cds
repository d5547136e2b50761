using { aftersales.QualityService } from '../../srv/quality';

// The steps of a case: each is shown in the phase that it leaves. Steps that are signatures have a dialog of their own (webapp/ext/steps).

annotate QualityService.CapaCases with @(
  UI.Identification: [
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.contain', Label: '{i18n>capa.contain}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Eq: [{ $Path: 'phase_code' }, 'Initiated'] }, { $Path: '/CurrentUser/mayEditCapa' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.assessRisk', Label: '{i18n>capa.assessRisk}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Eq: [{ $Path: 'phase_code' }, 'Contained'] }, { $Path: '/CurrentUser/mayEditCapa' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.confirmRootCause', Label: '{i18n>capa.confirmRootCause}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Eq: [{ $Path: 'phase_code' }, 'RiskAssessed'] }, { $Path: '/CurrentUser/mayEditCapa' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.plan', Label: '{i18n>capa.plan}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Eq: [{ $Path: 'phase_code' }, 'RootCauseFound'] }, { $Path: '/CurrentUser/mayEditCapa' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.implement', Label: '{i18n>capa.implement}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Eq: [{ $Path: 'phase_code' }, 'Verified'] }, { $Path: '/CurrentUser/mayEditCapa' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.startEffectivenessCheck', Label: '{i18n>capa.startCheck}', Criticality: #Positive,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Eq: [{ $Path: 'phase_code' }, 'Implemented'] }, { $Path: '/CurrentUser/mayEditCapa' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.requestExtension', Label: '{i18n>capa.requestExtension}',
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Path: 'isOpen' }, { $Path: '/CurrentUser/mayEditCapa' }] } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.cancelCase', Label: '{i18n>capa.cancelCase}', Criticality: #Negative,
      @UI.Hidden: { $edmJson: { $Not: { $And: [{ $Path: 'isOpen' }, { $Path: '/CurrentUser/mayApprove' }] } } } },
    // Their dialogs stand in webapp/ext/steps; what is not named here CAP would add as a plain button.
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.verify',              Label: '{i18n>capa.verify}', @UI.Hidden },
    { $Type: 'UI.DataFieldForAction', Action: 'QualityService.verifyEffectiveness', Label: '{i18n>capa.judge}',  @UI.Hidden }
  ]
);

annotate QualityService.CapaCases with actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.phase, in.events] }
  contain                 @Common.Label: '{i18n>capa.contain}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.phase, in.riskLevel, in.events] }
  assessRisk              @Common.Label: '{i18n>capa.assessRisk}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.phase, in.causes, in.events] }
  confirmRootCause        @Common.Label: '{i18n>capa.confirmRootCause}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.phase, in.actions, in.events] }
  plan                    @Common.Label: '{i18n>capa.plan}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.phase, in.checks, in.cycles, in.events] }
  implement               @Common.Label: '{i18n>capa.implement}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.phase, in.checks, in.events] }
  startEffectivenessCheck @Common.Label: '{i18n>capa.startCheck}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.extensions, in.events] }
  requestExtension        @Common.Label: '{i18n>capa.requestExtension}' (
    reason @UI.MultiLineText
  );
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.phase, in.events] }
  cancelCase              @Common.Label: '{i18n>capa.cancelCase}'  @Common.IsActionCritical (
    reason @UI.MultiLineText
  );
};

annotate QualityService.CapaActions with actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status] }
  release        @Common.Label: '{i18n>capa.releaseAction}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status] }
  complete       @Common.Label: '{i18n>capa.completeAction}' (result @UI.MultiLineText);
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status] }
  confirmSuccess @Common.Label: '{i18n>capa.confirmSuccess}';
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.kind] }
  change         @Common.Label: '{i18n>capa.changeAction}' (
    text    @UI.MultiLineText  @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/text' } },
    owner   @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/owner' } },
    dueDate @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/dueDate' } }
  );
};

annotate QualityService.CapaExtensions with actions {
  @Common.SideEffects: { TargetProperties: ['in/*', 'in/capa/dueDate'], TargetEntities: [in.state, in.capa] }
  approve @Common.Label: '{i18n>capa.approveExtension}' (decision @UI.MultiLineText);
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.state] }
  decline @Common.Label: '{i18n>capa.declineExtension}' (decision @UI.MultiLineText);
};
