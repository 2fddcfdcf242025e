// What whoever runs the site decides, for all its environments: `dev` for trying things out, `prod` for the real site. azd sets AZURE_ENV_NAME.
using 'main.bicep'

@description('The environment azd was told of.')
var environment = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')

@description('Whether this is the real site.')
var isProd = environment == 'prod'

param environmentName = environment

// Who runs the site. These stand on public pages and in mails; replace all of them.
param site = {
  baseUrl: '' // such as https://praxisaustausch.example.de once the domain is set up; until then the address Azure gives
  operator: 'Thüringer Agentur für Fachkräftegewinnung (Muster)'
  operatorAddress: 'Musterstraße 1|99084 Erfurt'
  contactEmail: 'praxisaustausch@thaff.example'
  contactPhone: '0361 0000000'
  staffEmails: 'redaktion@thaff.example'
  allowedOrigins: ''
  frameAncestors: ''
  frontDoorId: ''
}

param about = {
  representative: 'Name der vertretungsberechtigten Person (Muster)'
  dataProtectionOfficer: 'Name oder Stelle (Muster)|Musterstraße 1, 99084 Erfurt|datenschutz@thaff.example'
  dataProtectionAuthority: 'Thüringer Landesbeauftragter für den Datenschutz und die Informationsfreiheit|Erfurt'
  enforcementBody: 'Durchsetzungsstelle beim Thüringer Landesbeauftragten für Menschen mit Behinderungen|Erfurt'
  accessibilityCheckedOn: '2026-11-01'
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

// On as soon as the app registration of docs/deploy.md exists and its client id is known.
param signIn = {
  enabled: !empty(readEnvironmentVariable('THAFF_SIGN_IN_CLIENT', ''))
  clientId: readEnvironmentVariable('THAFF_SIGN_IN_CLIENT', '')
}

param scale = {
  memory: 2048
  maximumInstances: 40
  alwaysReady: isProd ? 1 : 0 // nobody waits for a cold start on the real site
}

param dataCopies = isProd ? 'Standard_ZRS' : 'Standard_LRS'

param network = {
  enabled: false
  addressPrefix: '10.20.0.0/24'
  officeAddresses: []
}

param watch = {
  dailyGigabytes: 1
  retentionDays: isProd ? 90 : 30
  monthlyBudget: isProd ? 100 : 20
  budgetStart: '2026-12-01'
}

param demonstration = !isProd
