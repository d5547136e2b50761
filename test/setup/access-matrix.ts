import type { ServiceAccess } from './access'

/**
 * Who may do what, as the design wants it: written by hand and never read from the model, so that a rule which gets lost there is found here.
 * Names are users with one role each; docs/access.md shows the same as roles, made from the model.
 */
const ALL = 'agent dispatcher technician parts quality qm controller auditor admin'
/** Everybody but technicians, who see what hangs on their own orders. */
const OFFICE = 'agent dispatcher parts quality qm controller auditor admin'
const OWN = 'technician'

const orders: ServiceAccess = {
  path: '/odata/v4/work-orders', service: 'aftersales.WorkOrderService', everybody: ALL,
  entities: {
    WorkOrders: {
      read: OFFICE, someRows: OWN, create: 'agent dispatcher admin', update: { who: 'agent dispatcher admin', own: OWN },
      actions: {
        draftEdit: { who: 'agent dispatcher admin', own: OWN },
        release: 'agent dispatcher admin', assign: 'dispatcher admin', unassign: 'dispatcher admin', cancel: 'agent dispatcher admin', reopen: 'agent dispatcher admin',
        start: { who: 'dispatcher admin', own: OWN }, hold: { who: 'dispatcher admin', own: OWN }, resume: { who: 'dispatcher admin', own: OWN },
        complete: { who: 'dispatcher admin', own: OWN }, accept: { who: 'agent dispatcher admin', own: OWN }, close: 'agent dispatcher controller admin',
        addNote: { who: 'agent dispatcher parts quality qm admin', own: OWN }
      }
    },
    CostItems: {
      read: 'agent dispatcher qm controller auditor admin', someRows: OWN, create: { who: 'agent dispatcher admin', own: OWN },
      update: { who: 'agent dispatcher admin', own: OWN }, delete: { who: 'agent dispatcher admin', own: OWN }
    },
    'WorkOrders.attachments': {
      read: OFFICE, someRows: OWN, create: { who: 'agent dispatcher admin', own: OWN }, update: { who: 'agent dispatcher admin', own: OWN },
      delete: { who: 'agent dispatcher admin', own: OWN }
    },
    Notes: { read: OFFICE, someRows: OWN }, Events: { read: OFFICE, someRows: OWN }, Repairs: { read: OFFICE, someRows: OWN },
    Equipment: { read: ALL }, Customers: { read: ALL }, Technicians: { read: ALL },
    FaultRules: { read: 'agent dispatcher quality qm auditor admin', create: 'admin', update: 'admin', delete: 'admin' },
    PriorityRules: { read: 'agent dispatcher quality qm auditor admin', create: 'admin', update: 'admin', delete: 'admin' },
    CurrentUser: { read: ALL }
  },
  operations: { intake: 'agent dispatcher admin', importHistory: 'admin' },
  codeLists: 18, waysRound: 15
}

const PLANNING = 'dispatcher admin'
const SEES_PLANNING = 'dispatcher auditor admin'
const SEES_QUALIFICATION = 'dispatcher quality qm auditor admin'
const DISPATCH = 'dispatcher technician parts quality qm auditor admin'
/** Of technicians: a person's own record, changed by those who plan. */
const record = { read: SEES_PLANNING, someRows: OWN, create: PLANNING, update: PLANNING, delete: PLANNING }
const kinds = { read: DISPATCH, create: 'admin', update: 'admin', delete: 'admin' }

const dispatch: ServiceAccess = {
  path: '/odata/v4/dispatch', service: 'aftersales.DispatchService', everybody: DISPATCH,
  entities: {
    // They go on working elsewhere: nobody deletes them.
    Technicians: { ...record, delete: '', actions: { draftEdit: PLANNING } },
    TechnicianAreas: record, Skills: record, Certificates: record, CertificateModels: record, Trainings: record, Absences: record, Tools: record, TechnicianLanguages: record,
    'Technicians.attachments': record, TechnicianPerformance: { read: SEES_PLANNING, someRows: OWN },
    ExpiringCertificates: { read: SEES_QUALIFICATION, someRows: OWN }, DueCalibrations: { read: SEES_QUALIFICATION, someRows: OWN },
    ExpiringThings: { read: SEES_QUALIFICATION, someRows: OWN },
    ServiceAreas: { read: DISPATCH, create: PLANNING, update: PLANNING, delete: PLANNING, actions: { draftEdit: PLANNING } },
    ServiceAreaPlaces: { read: DISPATCH, create: PLANNING, update: PLANNING, delete: PLANNING },
    WorkRequirements: { read: SEES_QUALIFICATION, create: 'admin', update: 'admin', delete: 'admin', actions: { draftEdit: 'admin' } },
    CustomerPreferences: { read: SEES_PLANNING, create: PLANNING, update: PLANNING, delete: PLANNING, actions: { draftEdit: PLANNING } },
    SkillTags: kinds, CertificateKinds: kinds, ToolKinds: kinds, AbsenceKinds: kinds,
    Calendars: { read: DISPATCH }, Customers: { read: DISPATCH }, Models: { read: DISPATCH }, CurrentUser: { read: DISPATCH },

    WorkOrders: { read: SEES_PLANNING, someRows: OWN, actions: { recommend: PLANNING, check: PLANNING, assign: PLANNING, reassign: PLANNING } },
    Assignments: { read: SEES_PLANNING, someRows: OWN, actions: { accept: { who: PLANNING, own: OWN }, decline: { who: PLANNING, own: OWN } } },
    AssignmentFactors: { read: SEES_PLANNING }, MatchingWeights: { read: SEES_PLANNING, create: PLANNING, update: PLANNING, delete: PLANNING },
    Plans: { read: SEES_PLANNING, actions: { cancel: PLANNING, publish: PLANNING, discard: PLANNING } },
    PlanFigures: { read: SEES_PLANNING }, PlanVisits: { read: SEES_PLANNING }, PlanUnserved: { read: SEES_PLANNING },
    BoardVisits: { read: PLANNING }, UnassignedOrders: { read: PLANNING }
  },
  operations: {
    importTechnicians: PLANNING, placeOrders: 'admin', rebuildPerformance: 'admin', previewWeights: PLANNING, optimize: PLANNING, replan: PLANNING,
    board: PLANNING, boardStamp: PLANNING, areaLoads: PLANNING
  },
  codeLists: 15, waysRound: 60
}

const STORE = 'parts admin'
const SPEAKS_OF_PARTS = 'agent dispatcher parts admin'
const SEES_VANS = 'dispatcher parts auditor admin'
const SEES_FORECASTS = 'dispatcher parts controller auditor admin'

const parts: ServiceAccess = {
  path: '/odata/v4/spare-parts', service: 'aftersales.SparePartsService', everybody: ALL,
  entities: {
    Parts: { read: ALL, actions: { refreshStock: ALL } }, Availability: { read: ALL }, PartSupplies: { read: ALL }, Technicians: { read: ALL }, CurrentUser: { read: ALL },
    StockPlaces: { read: ALL, create: STORE, update: STORE, actions: { draftEdit: STORE } },
    Substitutes: { read: ALL, create: STORE, update: STORE, delete: STORE, actions: { draftEdit: STORE } },
    Reservations: {
      read: OFFICE, someRows: OWN,
      actions: {
        claim: { who: SPEAKS_OF_PARTS, own: OWN }, release: { who: SPEAKS_OF_PARTS, own: OWN }, useSubstitute: { who: SPEAKS_OF_PARTS, own: OWN },
        transferFrom: { who: SPEAKS_OF_PARTS, own: OWN }, requisition: SPEAKS_OF_PARTS,
        pick: { who: STORE, own: OWN }, issue: { who: STORE, own: OWN }, consume: { who: STORE, own: OWN }, returnUnused: { who: STORE, own: OWN }, scrap: { who: STORE, own: OWN }
      }
    },
    WorkOrders: { read: OFFICE, someRows: OWN }, StockTransfers: { read: OFFICE, someRows: OWN }, PartMovements: { read: OFFICE, someRows: OWN }, FittedParts: { read: ALL },
    SubstitutionRequests: { read: OFFICE, someRows: OWN, actions: { approve: 'parts quality qm', decline: 'parts quality qm' } },
    Requisitions: { read: OFFICE, someRows: OWN },
    WarrantyReturns: { read: OFFICE, someRows: OWN, actions: { sendToSupplier: STORE, credit: 'parts controller admin', refuseCredit: 'parts controller admin' } },
    PartAlerts: { read: OFFICE },
    UsualParts: { read: ALL, create: STORE, update: STORE, delete: STORE, actions: { draftEdit: STORE } },
    ModelParts: { read: 'agent dispatcher technician parts quality qm auditor admin' },
    VanStocks: { read: SEES_VANS, someRows: OWN, create: STORE, update: STORE, delete: STORE, actions: { recordCount: { who: STORE, own: OWN }, draftEdit: STORE } },
    VanCounts: { read: SEES_VANS, someRows: OWN }, ReplenishmentProposals: { read: SEES_VANS, someRows: OWN, actions: { accept: STORE, dismiss: STORE } },
    PartForecasts: { read: SEES_FORECASTS, actions: { recalculate: STORE } }, PartForecastPoints: { read: SEES_FORECASTS },
    PartDemands: { read: 'parts auditor admin', create: STORE, update: STORE, delete: STORE }
  },
  operations: {
    reserve: 'agent dispatcher technician parts admin', need: 'agent dispatcher technician parts admin', availabilityFor: ALL, requisitionForStock: STORE, followRequisitions: STORE,
    scan: 'agent dispatcher technician parts admin', proposedParts: 'agent dispatcher technician parts admin', learnUsualParts: STORE, recalculateForecasts: STORE
  },
  codeLists: 15, waysRound: 35
}

const agreed = 'agent dispatcher qm controller auditor admin'
const SEES_ON_CALL = 'agent dispatcher auditor admin'
const agreementParts = { read: agreed, create: 'admin', update: 'admin', delete: 'admin' }
const times = { read: ALL, create: 'admin', update: 'admin', delete: 'admin' }
const followed = { read: OFFICE, someRows: OWN }

const serviceLevels: ServiceAccess = {
  path: '/odata/v4/service-levels', service: 'aftersales.ServiceLevelService', everybody: ALL,
  entities: {
    Agreements: { ...agreementParts, actions: { draftEdit: 'admin' } }, AgreementTargets: agreementParts, AgreementPauses: agreementParts, AgreementTerms: agreementParts,
    Calendars: { ...times, actions: { draftEdit: 'admin' } }, CalendarSpans: times, CalendarExceptions: times, Holidays: { ...times, actions: { draftEdit: 'admin' } },
    Regions: times, CalendarVersions: { read: 'auditor admin' },
    Customers: { read: ALL }, Technicians: { read: ALL }, CurrentUser: { read: ALL },
    WorkOrders: followed, Clocks: followed, ClockEvents: followed, ClockBoard: followed, BreachForecasts: followed,
    Warnings: { ...followed, actions: { acknowledge: { who: 'agent dispatcher admin', own: OWN }, handOver: 'agent dispatcher admin' } },
    Notices: { read: SEES_ON_CALL, actions: { resend: 'dispatcher admin' } },
    MyNotices: { read: '', someRows: ALL, actions: { markAsRead: { who: '', own: ALL } } },
    OnCallPersons: { read: SEES_ON_CALL, create: 'admin', update: 'admin', delete: 'admin', actions: { draftEdit: 'admin' } },
    OnCallShifts: { read: SEES_ON_CALL, create: PLANNING, update: PLANNING, delete: PLANNING, actions: { draftEdit: PLANNING } },
    EscalationSteps: { read: SEES_ON_CALL, create: 'admin', update: 'admin', delete: 'admin', actions: { draftEdit: 'admin' } },
    NoticeTemplates: { read: SEES_ON_CALL, create: 'admin', update: 'admin', delete: 'admin', actions: { draftEdit: 'admin' } },
    MilestoneTemplates: { ...times, actions: { draftEdit: 'admin' } }, TemplateMilestones: times,
    MilestoneChains: followed, MilestoneEvents: followed, MilestoneLedger: { read: OFFICE },
    Milestones: {
      ...followed,
      actions: {
        confirm: { who: 'agent dispatcher parts quality qm controller admin', own: OWN }, skip: PLANNING, withdraw: PLANNING, retarget: PLANNING
      }
    },
    Shipments: { ...followed, create: { who: 'dispatcher parts admin', own: OWN }, actions: { report: { who: 'dispatcher parts admin', own: OWN } } }, ShipmentEvents: followed
  },
  operations: {
    simulate: agreed, dueDate: ALL, clocksAt: ALL, recordRestoration: 'agent dispatcher technician admin', redetermine: PLANNING, timeLines: ALL, planMilestones: PLANNING,
    breachRisk: 'agent dispatcher technician parts qm controller auditor admin', checkRota: SEES_ON_CALL
  },
  codeLists: 15, waysRound: 40
}

const hostErp: ServiceAccess = {
  path: '/odata/v4/host-erp', service: 'aftersales.HostErpService', everybody: 'admin',
  entities: { HostMessages: { read: 'admin', actions: { retry: 'admin', giveUp: 'admin' } } },
  operations: {}, codeLists: 2, waysRound: 0
}

const masterData: ServiceAccess = {
  path: '/odata/v4/master-data', service: 'aftersales.MasterDataService', everybody: ALL,
  entities: {
    Customers: { read: ALL }, Equipment: { read: ALL }, Products: { read: ALL }, CurrentUser: { read: ALL },
    ReplicationRuns: { read: 'auditor admin', actions: { cancel: 'admin', resume: 'admin' } }, ReplicationRejects: { read: 'auditor admin' }
  },
  operations: { replicate: 'admin', stock: 'agent dispatcher technician parts auditor admin' },
  codeLists: 18, waysRound: 0
}

const QUALITY = 'quality qm'
const SEES_QUALITY = 'quality qm auditor'
const SEES_REGULATION = 'quality qm auditor admin'
const SEES_NOTIFICATIONS = 'agent dispatcher parts quality qm auditor admin'
const EDITS = 'quality qm admin'
const SETS_UP = 'qm admin'

const quality: ServiceAccess = {
  path: '/odata/v4/quality', service: 'aftersales.QualityService', everybody: ALL,
  entities: {
    QualityNotifications: {
      read: SEES_NOTIFICATIONS, someRows: 'technician', create: 'agent quality qm admin', update: EDITS,
      actions: {
        draftEdit: EDITS, putInProcess: EDITS, postpone: EDITS, complete: 'qm', reopen: 'qm', dismissProposal: 'qm', raiseCapa: QUALITY, sendToHost: QUALITY, refreshFromHost: QUALITY,
        decideReportability: QUALITY, proposeReportability: QUALITY, createReport: QUALITY
      }
    },
    NotificationItems: { read: SEES_NOTIFICATIONS, someRows: 'technician', create: EDITS, update: EDITS, delete: EDITS },
    NotificationCauses: { read: SEES_NOTIFICATIONS, someRows: 'technician', create: EDITS, update: EDITS, delete: EDITS },
    NotificationActivities: { read: SEES_NOTIFICATIONS, someRows: 'technician', create: EDITS, update: EDITS, delete: EDITS },
    NotificationTasks: {
      read: SEES_NOTIFICATIONS, someRows: 'technician', create: EDITS, update: EDITS, delete: EDITS,
      actions: { release: EDITS, confirmSuccess: EDITS, complete: { who: EDITS, own: 'agent dispatcher technician parts' } }
    },
    'QualityNotifications.attachments': { read: SEES_NOTIFICATIONS, someRows: 'technician', create: EDITS, update: EDITS, delete: EDITS },
    ComplaintRecords: { read: 'agent quality qm auditor admin', create: EDITS, update: EDITS },
    OrderEvidence: { read: SEES_NOTIFICATIONS },
    WorkOrders: {
      read: SEES_NOTIFICATIONS, someRows: 'technician', actions: { raiseNotification: { who: 'agent dispatcher quality qm admin', own: 'technician' } }
    },
    Equipment: { read: ALL }, Parts: { read: ALL }, Customers: { read: ALL }, FittedParts: { read: ALL },

    NotificationRules: { read: 'agent dispatcher technician parts quality qm auditor admin', create: SETS_UP, update: SETS_UP },
    CatalogProfiles: { read: ALL, create: SETS_UP, update: SETS_UP }, CatalogProfileGroups: { read: ALL, create: SETS_UP, update: SETS_UP, delete: SETS_UP },
    CatalogProfileRules: { read: ALL, create: SETS_UP, update: SETS_UP, delete: SETS_UP },
    CodeGroups: { read: ALL, create: SETS_UP, update: SETS_UP }, Codes: { read: ALL, create: SETS_UP, update: SETS_UP },
    ProfileCodes: { read: ALL },

    RegulatoryDecisions: { read: SEES_REGULATION }, RegulatoryDueList: { read: SEES_REGULATION },
    RegulatoryReports: { read: SEES_REGULATION, actions: { fill: QUALITY, createFollowUp: QUALITY, submit: 'qm', createReport: QUALITY } },
    RegulatoryReportFields: { read: SEES_REGULATION, update: QUALITY },
    RegulatoryWarnings: { read: SEES_REGULATION, actions: { acknowledgeWarning: QUALITY } },
    DeviceMarkets: { read: SEES_REGULATION, create: SETS_UP, update: SETS_UP, delete: SETS_UP },
    RegulatoryRuleSets: { read: ALL }, RegulatoryRules: { read: ALL }, ReportFormFields: { read: ALL }, ReportValues: { read: ALL },
    AuthorityCountries: { read: ALL }, AuthorityHolidays: { read: ALL },

    CapaCases: {
      read: SEES_QUALITY, create: QUALITY, update: QUALITY,
      actions: {
        draftEdit: QUALITY, contain: QUALITY, assessRisk: QUALITY, confirmRootCause: QUALITY, plan: QUALITY, verify: QUALITY, implement: QUALITY, startEffectivenessCheck: QUALITY,
        requestExtension: QUALITY, addNotification: QUALITY, removeNotification: QUALITY, addCause: QUALITY, changeCause: QUALITY, moveCause: QUALITY, removeCause: QUALITY,
        markRootCause: QUALITY, ruleOutCause: QUALITY, addAction: QUALITY, defineCheck: QUALITY, measureEffect: QUALITY, createReport: QUALITY, verifyEffectiveness: 'qm', cancelCase: 'qm'
      }
    },
    // Files are added in the draft of their case.
    'CapaCases.attachments': { read: SEES_QUALITY, update: QUALITY, delete: QUALITY },
    CapaActions: {
      read: SEES_QUALITY, someRows: 'agent dispatcher technician parts controller admin',
      actions: { change: QUALITY, remove: QUALITY, release: QUALITY, confirmSuccess: QUALITY, complete: { who: QUALITY, own: 'agent dispatcher technician parts controller admin' } }
    },
    CapaNotifications: { read: SEES_QUALITY }, CapaCauses: { read: SEES_QUALITY }, EffectivenessChecks: { read: SEES_QUALITY }, EffectivenessScopes: { read: SEES_QUALITY },
    CountedFailures: { read: SEES_QUALITY }, CapaCycles: { read: SEES_QUALITY }, CapaParticipants: { read: SEES_QUALITY }, CapaEvents: { read: SEES_QUALITY },
    CapaExtensions: { read: SEES_QUALITY, actions: { approve: 'qm', decline: 'qm' } },
    RiskThresholds: { read: SEES_QUALITY, create: 'qm', update: 'qm', delete: 'qm' }, RiskMatrixCells: { read: SEES_QUALITY, update: 'qm' }, RiskScales: { read: SEES_QUALITY },

    TrendSeries: { read: SEES_QUALITY }, TrendPoints: { read: SEES_QUALITY }, TrendSignals: { read: SEES_QUALITY, actions: { accept: QUALITY, dismiss: QUALITY } },
    BatchHolders: { read: SEES_QUALITY }, PartBatches: { read: SEES_QUALITY, create: QUALITY, update: QUALITY },

    QualityDocuments: { read: SEES_QUALITY, someRows: 'admin' }, HostRemarks: { read: SEES_REGULATION },
    Signatures: { read: SEES_REGULATION }, AuditEvents: { read: 'auditor' }, CurrentUser: { read: ALL }
  },
  operations: { recalculateTrends: QUALITY, trace: SEES_QUALITY, followHost: EDITS, createCapa: QUALITY },
  codeLists: 20, waysRound: 100
}

const WITH_PULLER = `${ALL} puller`
/** A system that pulls reads costs and nothing else; not even what everybody reads. */
const SEES_COSTS = 'controller auditor admin'
const SEES_ORDERS = `agent dispatcher qm ${SEES_COSTS}`
const KEEPS_RULES = 'controller admin'

const rules = { read: SEES_COSTS, create: KEEPS_RULES, update: KEEPS_RULES, delete: KEEPS_RULES, actions: { draftEdit: KEEPS_RULES } }

const finance: ServiceAccess = {
  path: '/odata/v4/finance', service: 'aftersales.FinanceService', everybody: WITH_PULLER, codeReaders: ALL,
  entities: {
    RepairCosts: { read: `${SEES_COSTS} puller` },
    CostAnalysis: { read: SEES_COSTS }, CostComparison: { read: SEES_COSTS },
    CostItems: { read: SEES_COSTS }, WorkOrders: { read: SEES_COSTS }, Customers: { read: SEES_COSTS }, Technicians: { read: SEES_COSTS }, Parts: { read: SEES_COSTS },
    WarrantyReturns: { read: SEES_COSTS }, CompanyCurrencies: { read: SEES_COSTS },
    OrderFinances: { read: SEES_ORDERS, actions: { closeFinance: 'controller', requestBilling: 'controller' } }, PlannedCosts: { read: SEES_ORDERS },

    CostPostings: { read: SEES_COSTS, actions: { reverse: 'controller', resend: 'controller' } },
    CostPostingLines: { read: SEES_COSTS }, CostPostingDocuments: { read: SEES_COSTS }, PostingWorklist: { read: SEES_COSTS },
    BillingRequests: { read: SEES_COSTS, actions: { resend: 'controller', cancel: 'controller' } }, BillingRequestItems: { read: SEES_COSTS },

    AccrualRuns: { read: SEES_COSTS, actions: { postAccruals: 'controller', cancelAccruals: 'controller' } },
    AccrualItems: { read: SEES_COSTS, actions: { exclude: 'controller', include: 'controller' } },
    WarrantyProvisions: rules, ProvisionComparison: { read: SEES_COSTS },

    CompanyCodes: { read: SEES_COSTS, create: 'admin', update: 'admin', delete: 'admin', actions: { draftEdit: 'admin' } }, CompanyCodePlants: { read: SEES_COSTS },
    PostingPeriods: { read: SEES_COSTS }, ExchangeRates: rules, ActivityRates: rules, CostObjectRules: rules, AccountRules: rules, CoverageRules: rules, CoverageShares: { read: SEES_COSTS },

    CurrentUser: { read: ALL }
  },
  operations: { post: 'controller', addLateCost: 'controller', proposeAccruals: 'controller', setPeriod: KEEPS_RULES, determine: SEES_COSTS },
  codeLists: 15, waysRound: 80
}

const PRIVACY = 'privacy auditor'

const privacy: ServiceAccess = {
  path: '/odata/v4/data-privacy', service: 'aftersales.DataPrivacyService', everybody: PRIVACY,
  entities: {
    RetentionRules: { read: PRIVACY, create: 'privacy', update: 'privacy', delete: 'privacy', actions: { draftEdit: 'privacy' } }, PrivacyObjects: { read: PRIVACY },
    LegalHolds: { read: PRIVACY, create: 'privacy', update: 'privacy', actions: { draftEdit: 'privacy', release: 'privacy' } },
    Customers: { read: PRIVACY }, RetentionRuns: { read: PRIVACY, actions: { start: 'privacy', cancel: 'privacy' } }, RetentionItems: { read: PRIVACY },
    BlockedObjects: { read: PRIVACY }, SealedValues: { read: PRIVACY }, PersonalDataLog: { read: PRIVACY }, DataSubjects: { read: 'privacy', actions: { export: 'privacy' } }, CurrentUser: { read: PRIVACY }
  },
  operations: { simulate: 'privacy' }, codeLists: 1, waysRound: 0
}

export const MATRIX: ServiceAccess[] = [orders, dispatch, parts, quality, serviceLevels, finance, masterData, hostErp, privacy]
