// What whoever runs the site decides, for all its environments. azd sets AZURE_ENV_NAME.
using 'main.bicep'

@description('What differs from one environment to the next. Another one is another entry here; a name that is none of these stops the deployment.')
var environments = {
  // for trying things out, with an invented year
  dev: {
    demonstration: true
    zones: 'none'
    locked: false
    alwaysReady: 0
    logRetentionDays: 30
    monthlyBudget: 20
    fromOutside: false
  }
  // the real site
  prod: {
    demonstration: false
    zones: 'data'
    locked: true
    alwaysReady: 1 // nobody waits for a cold start
    logRetentionDays: 90
    monthlyBudget: 100
    fromOutside: true
  }
}

@description('The environment azd was told of.')
var environment = readEnvironmentVariable('AZURE_ENV_NAME', '')

@description('This environment\'s entry.')
var chosen = environments[environment]

@description('Whether a pipeline deploys. It may neither lock nor make operators or budgets: those of an operator\'s deployment stay as they are.')
var byPipeline = readEnvironmentVariable('CI', '') == 'true'

param environmentName = environment

// Every resource is tagged with these.
param ownership = {
  owner: 'Geschäftsstelle Praxisaustausch (Muster)'
  costCentre: '0000'
}

// Who runs the site. These stand on public pages and in mails; replace all of them.
param site = {
  baseUrl: '' // such as https://praxisaustausch.example.de once the domain is set up; until then the address Azure gives
  operator: {
    name: 'Thüringer Agentur für Fachkräftegewinnung (Muster)'
    postalAddress: 'Musterstraße 1|99084 Erfurt'
    email: 'praxisaustausch@thaff.example'
    phone: '0361 0000000'
  }
  fundingNotice: ''
  staffEmails: 'redaktion@thaff.example'
  allowedOrigins: ''
  frameAncestors: ''
  frontDoorId: ''
}

param about = {
  representative: 'Name der vertretungsberechtigten Person (Muster)'
  responsiblePerson: ''
  legalForm: ''
  register: ''
  vatId: ''
  licence: ''
  legalBasis: 'PublicTask' // your data protection officer decides; Request: for operators that are no public body
  videoPlatform: ''
  dataProtectionOfficer: 'Name oder Stelle (Muster)|Musterstraße 1, 99084 Erfurt|datenschutz@thaff.example'
  dataProtectionAuthority: 'Thüringer Landesbeauftragter für den Datenschutz und die Informationsfreiheit|Erfurt'
  enforcementBody: 'Landesdurchsetzungsstelle für digitale Barrierefreiheit|beim Thüringer Landesbeauftragten für Menschen mit Behinderungen|https://tlmb-thueringen.de/themen/barrierefreiheit/landesdurchsetzungsstelle'
  accessibilityStatedOn: '' // set both once somebody has reviewed the site; until then the statement says that nobody has
  accessibilityReviewedOn: ''
  accessibilityAnswerDays: 14
}

param mail = {
  fromEmail: 'praxisaustausch@thaff.example'
  fromName: 'ThAFF Praxisaustausch'
  inEurope: true // personal data stays in the EU; needs an EU subuser at SendGrid
}

// Object ids of groups in Entra, and whom alerts tell.
param people = {
  staffGroup: readEnvironmentVariable('THAFF_STAFF_GROUP', '')
  operatorGroup: readEnvironmentVariable('THAFF_OPERATOR_GROUP', '')
  alertEmails: ['technik@thaff.example']
}

// The client id of the app registration of docs/deploy.md, or the word none until it exists. Said every time: a deployment that forgot it
// would switch the sign-in off.
param signIn = empty(readEnvironmentVariable('THAFF_SIGN_IN_CLIENT', ''))
  ? fail('Say who signs staff in: azd env set THAFF_SIGN_IN_CLIENT <client id>, or none while there is no app registration yet.')
  : {
      enabled: readEnvironmentVariable('THAFF_SIGN_IN_CLIENT', '') != 'none'
      clientId: readEnvironmentVariable('THAFF_SIGN_IN_CLIENT', '') == 'none'
        ? ''
        : readEnvironmentVariable('THAFF_SIGN_IN_CLIENT', '')
    }

param scale = {
  memory: 2048
  maximumInstances: 40
  alwaysReady: chosen.alwaysReady
}

param zones = chosen.zones

param locked = chosen.locked && !byPipeline

param network = {
  enabled: false
  addressPrefix: '10.20.0.0/24'
  officeAddresses: []
}

// docs/stored-data.md says what each period is for.
param keep = {
  versionDays: 1095
  withdrawnDays: 30
  failureDays: 180
  backupDays: 30
}

param watch = {
  dailyGigabytes: 1
  logRetentionDays: chosen.logRetentionDays
  monthlyBudget: chosen.monthlyBudget
  budgetStart: byPipeline
    ? ''
    : empty(readEnvironmentVariable('THAFF_BUDGET_START', ''))
        ? fail('Say from which month the budget counts: azd env set THAFF_BUDGET_START $(date +%Y-%m-01)')
        : readEnvironmentVariable('THAFF_BUDGET_START', '')
  fromOutside: chosen.fromOutside
}

param demonstration = chosen.demonstration

// The Redaktion's pages take programme files, notes and pictures: so the app writes programme and notes. false where staff use storage alone;
// the pages then say so, and the app reads what staff put there and writes nothing.
param staffUploads = true

// The name of an Event Grid system topic that the data account has already; Azure takes one per account. Usually none.
param existingTopic = readEnvironmentVariable('THAFF_TOPIC', '')
