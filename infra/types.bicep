// What whoever runs the site decides; main.bicepparam fills it in.

@export()
@description('Tags of a resource.')
type tagsType = {
  @description('A tag\'s value.')
  *: string
}

@export()
@description('Who answers for the resources and who pays for them; every resource is tagged with both.')
@sealed()
type ownershipType = {
  @description('Who answers for them: a unit or a shared mailbox rather than a person.')
  @minLength(2)
  owner: string

  @description('Where the costs are booked.')
  @minLength(1)
  costCentre: string
}

// The platform keeps at least two instances of every group of functions running in a zone-redundant plan, and bills them as always ready:
// https://learn.microsoft.com/azure/reliability/reliability-functions. docs/deploy.md says what that comes to.
@export()
@description('What the loss of a zone (a data centre) may do. none: one copy of the data in one building (LRS). data: all accounts over three zones (ZRS), the app in one. all: the app too.')
type zonesType = 'none' | 'data' | 'all'

@export()
@description('Settings of local.settings.sample.json by name.')
type settingsType = {
  @description('The setting\'s value.')
  *: string
}

@export()
@description('Who runs the site. Lines of an address are separated by |.')
@sealed()
type siteType = {
  @description('The public address without a slash at the end. Empty: the address Azure gives the app.')
  baseUrl: string

  @description('Who runs the exchange; stands in the imprint, in mails and as organizer in calendars.')
  operator: {
    @description('For imprint, mails and covers.')
    name: string

    @description('For imprint and mails; lines are separated by |')
    postalAddress: string

    @description('Where people can write to.')
    email: string

    @description('Where people can call.')
    phone: string
  }

  @description('Who pays for the exchange, as the funding body wants it said on covers of documents; empty: nobody.')
  fundingNotice: string

  @description('Staff who are told of files and messages that could not be handled, separated by ;')
  staffEmails: string

  @description('Origins of other sites whose pages may post the registration form by script, separated by ;')
  allowedOrigins: string

  @description('Origins of sites that may show these pages in a frame, separated by ;')
  frameAncestors: string

  @description('The id of the Azure Front Door profile before the app; empty: none.')
  frontDoorId: string
}

@export()
@description('What imprint, privacy notice and accessibility statement say beyond siteType. Lines are separated by |.')
@sealed()
type aboutType = {
  @description('Who represents the operator.')
  representative: string

  @description('Who answers for the content; empty: who represents the operator.')
  responsiblePerson: string

  @description('The operator\'s legal form; empty: not shown.')
  legalForm: string

  @description('Register and number; empty: not shown.')
  register: string

  @description('The VAT identification number; empty: not shown.')
  vatId: string

  @description('What others may do with texts and pictures, a German sentence; empty: the law alone holds.')
  licence: string

  @description('The legal basis of registrations. PublicTask: Art. 6 (1) e DSGVO with the Thuringian act, for public bodies; Request: Art. 6 (1) b.')
  legalBasis: 'PublicTask' | 'Request'

  @description('Who runs the video conferences, where, under which contract; completes "Für Online-Termine nutzen wir". Empty: the notice refers to the service itself.')
  videoPlatform: string

  @description('How to reach the data protection officer.')
  dataProtectionOfficer: string

  @description('Where people can complain about the handling of their data.')
  dataProtectionAuthority: string

  @description('Who enforces accessibility when the operator does not answer.')
  enforcementBody: string

  @description('When the accessibility statement was written, as YYYY-MM-DD; empty: it says that it was not yet reviewed.')
  accessibilityStatedOn: string

  @description('When accessibility was last reviewed, as YYYY-MM-DD; empty: the statement says that it was not yet.')
  accessibilityReviewedOn: string

  @description('Within how many days reports of barriers are answered.')
  @minValue(1)
  @maxValue(90)
  accessibilityAnswerDays: int
}

@export()
@description('The mail service, SendGrid.')
@sealed()
type mailType = {
  @description('The sender; its domain is authenticated at SendGrid.')
  fromEmail: string

  @description('The sender\'s name.')
  fromName: string

  @description('Whether mails are sent through SendGrid\'s European region, which needs an EU subuser and its key.')
  inEurope: bool
}

@export()
@description('How large the app may become.')
@sealed()
type scaleType = {
  @description('Memory of one instance in MB.')
  memory: 512 | 2048 | 4096

  @description('How many instances at most of each group of functions that scales together (all pages are one, every queue and timer is one of its own); Flex Consumption takes 40 to 1000.')
  @minValue(40)
  @maxValue(1000)
  maximumInstances: int

  @description('Instances kept warm for pages; 0 starts one when somebody comes.')
  @minValue(0)
  @maxValue(20)
  alwaysReady: int
}

@export()
@description('Who works with the site. Groups are object ids in Entra; empty: nobody.')
@sealed()
type peopleType = {
  @description('Staff: they put the programme and the notes into storage.')
  staffGroup: string

  @description('Operators: they put the secrets into the vault, look at what is watched, restart the app and put set-aside messages back.')
  operatorGroup: string

  @description('Who is told of alerts and of costs.')
  @minLength(1)
  alertEmails: string[]
}

@export()
@description('How /redaktion knows staff.')
@sealed()
type signInType = {
  @description('Whether Easy Auth stands in front of the app. While it does not, /redaktion answers 404.')
  enabled: bool

  @description('The client id of the app registration in this tenant; see docs/deploy.md.')
  clientId: string
}

@export()
@description('Whether storage and vault can be reached from this network only.')
@sealed()
type networkType = {
  @description('Whether there is a virtual network with private endpoints.')
  enabled: bool

  @description('The network\'s addresses, a /24 or larger.')
  addressPrefix: string

  @description('Public IPv4 addresses of the offices from which staff and operators still reach files and vault.')
  officeAddresses: string[]
}

@export()
@description('How many days files are kept that nobody needs any more. What is deleted can be brought back for some more days, as each account says.')
@sealed()
type keepType = {
  @description('Older versions of the programme and of notes, counted from when a version was written.')
  @minValue(365)
  @maxValue(3650)
  versionDays: int

  @description('Older versions of what the app itself writes: documentation and previews, also of those that were withdrawn.')
  @minValue(1)
  @maxValue(3650)
  withdrawnDays: int

  @description('Reports of failures.')
  @minValue(7)
  @maxValue(3650)
  failureDays: int

  @description('Backups of tables.')
  @minValue(2)
  @maxValue(365)
  backupDays: int
}

@export()
@description('What watching may cost and how long it is kept.')
@sealed()
type watchType = {
  @description('Gigabytes of telemetry a day; what comes after is dropped, and an alert says so.')
  @minValue(1)
  dailyGigabytes: int

  @description('Days that telemetry is kept, of those Application Insights takes; the first 90 are free for it.')
  logRetentionDays: 30 | 60 | 90 | 120 | 180 | 270 | 365 | 550 | 730

  @description('What the resource group may cost a month, in the currency of the subscription.')
  @minValue(1)
  monthlyBudget: int

  @description('The first day of the month from which the budget counts, as YYYY-MM-01: of the present month for a new budget, and never moved later. Empty: the budget is left as it is.')
  budgetStart: string

  @description('Whether Azure asks from outside, every quarter of an hour, whether the site answers. It wakes an app that sleeps.')
  fromOutside: bool
}
