// Everything ThaffFunctions needs, in one resource group, by one deployment. docs/deploy.md says how; tests/Infra.Tests holds what is claimed here.

import {
  siteType
  aboutType
  mailType
  scaleType
  peopleType
  signInType
  networkType
  keepType
  watchType
  settingsType
  ownershipType
  zonesType
} from 'types.bicep'

@description('The environment, such as dev or prod; every name ends with it.')
@minLength(2)
@maxLength(20)
param environmentName string

@description('Where everything is; the resource group\'s place unless said otherwise.')
param location string = resourceGroup().location

@description('Who answers for the resources and who pays for them.')
param ownership ownershipType

@description('What the loss of a zone may do to plan and accounts. Decided before the first deployment: accounts are not converted by a deployment.')
param zones zonesType

@description('Whether data account, backups and vault are locked against deletion. Needs Owner, which a pipeline is not.')
param locked bool

@description('How large the app may become.')
param scale scaleType

@description('Who runs the site.')
param site siteType

@description('What the legal pages say.')
param about aboutType

@description('The mail service.')
param mail mailType

@description('Who works with the site.')
param people peopleType

@description('How /redaktion knows staff.')
param signIn signInType

@description('Whether storage and vault can be reached from a virtual network only.')
param network networkType

@description('How long files are kept that nobody needs any more.')
param keep keepType

@description('What watching may cost and how long it is kept.')
param watch watchType

@description('Whether the first start fills the empty storage with an invented year. Never on the real site.')
param demonstration bool

@description('Whether staff put files into storage through pages of the app, so that the app must be able to write them.')
param staffUploads bool

@description('An Event Grid system topic the data account has already, in this resource group; empty: one is made.')
param existingTopic string

@description('Settings of local.settings.sample.json that differ from the app\'s defaults.')
param settings settingsType = {}

@description('Unlike anybody else\'s, and the same for the same resource group and environment.')
var token = uniqueString(resourceGroup().id, environmentName)

@description('What environmentName may be made of.')
var nameCharacters = 'abcdefghijklmnopqrstuvwxyz0123456789-'

@description('What stands in environmentName and does not belong there.')
var strangeCharacters = filter(
  map(range(0, length(environmentName)), index => toLower(substring(environmentName, index, 1))),
  character => !contains(nameCharacters, character)
)

@description('Names of storage, vault and app take no other: letters, digits and single hyphens, a letter first and no hyphen last.')
var isNameAccepted = empty(strangeCharacters) && !contains('0123456789-', take(environmentName, 1)) && !contains(
  environmentName,
  '--'
) && !endsWith(environmentName, '-')

@description('The environment\'s name where hyphens are not allowed.')
var letters = toLower(replace(environmentName, '-', ''))

@description('The end of every name that need not be unique in the world.')
var suffix = isNameAccepted
  ? 'thaff-${toLower(environmentName)}'
  : fail('The environment\'s name ${environmentName} must begin with a letter and have letters, digits and single hyphens only.')

@description('Every name that others refer to, known before anything is there, so that a preview can tell what a deployment would change.')
var names = {
  identity: 'id-${suffix}'
  workspace: 'log-${suffix}'
  insights: 'appi-${suffix}'
  actionGroup: 'ag-${suffix}'
  staffActionGroup: 'ag-redaktion-${suffix}'
  topic: empty(existingTopic) ? 'evgt-${suffix}' : existingTopic
  hostAccount: 'sthost${take(letters, 5)}${token}'
  dataAccount: 'stdata${take(letters, 5)}${token}'
  backupAccount: 'stback${take(letters, 5)}${token}'
  vault: 'kv-${take(letters, 7)}-${token}'
  app: 'func-${suffix}-${token}'
}

@description('How often data is copied: within one building (LRS) or over three (ZRS).')
var copies = zones == 'none' ? 'Standard_LRS' : 'Standard_ZRS'

@description('azd finds its resources by the first tag.')
var tags = {
  'azd-env-name': environmentName
  environment: environmentName
  product: 'thaff-functions'
  owner: ownership.owner
  'cost-centre': ownership.costCentre
}

@description('While there is a private network, storage and vault answer only it, the offices and Event Grid.')
var defaultAction = network.enabled ? 'Deny' : 'Allow'

@description('Let in while there is a private network.')
var officeAddresses = network.enabled ? network.officeAddresses : []

module monitoring 'modules/monitoring.bicep' = {
  params: {
    workspaceName: names.workspace
    insightsName: names.insights
    actionGroupName: names.actionGroup
    staffActionGroupName: names.staffActionGroup
    location: location
    tags: tags
    dailyGigabytes: watch.dailyGigabytes
    logRetentionDays: watch.logRetentionDays
    alertEmails: people.alertEmails
    staffEmails: filter(map(split(site.staffEmails, ';'), address => trim(address)), address => !empty(address))
  }
}

module identity 'modules/identity.bicep' = {
  params: { name: names.identity, location: location, tags: tags }
}

module hostAccount 'modules/account.bicep' = {
  params: {
    name: names.hostAccount
    location: location
    tags: tags
    sku: copies
    deletedDays: 7
    versioning: false
    defaultAction: defaultAction
    isPublic: !network.enabled
    officeAddresses: []
  }
}

module packages 'modules/packages.bicep' = {
  params: { accountName: names.hostAccount }
  dependsOn: [hostAccount]
}

module dataAccount 'modules/account.bicep' = {
  params: {
    name: names.dataAccount
    location: location
    tags: tags
    sku: copies
    deletedDays: 30 // a month to notice that notes are gone
    versioning: true
    defaultAction: defaultAction
    isPublic: true // its firewall decides; without a public address Event Grid and the offices could not come in
    officeAddresses: officeAddresses
  }
}

module data 'modules/data.bicep' = {
  params: {
    accountName: names.dataAccount
    workspaceName: names.workspace
    keep: keep
  }
  dependsOn: [dataAccount, monitoring]
}

module backupAccount 'modules/account.bicep' = {
  params: {
    name: names.backupAccount
    location: location
    tags: tags
    sku: copies
    deletedDays: 7
    versioning: false
    defaultAction: defaultAction
    isPublic: !network.enabled
    officeAddresses: []
  }
}

module backup 'modules/backup.bicep' = {
  params: {
    accountName: names.backupAccount
    backupDays: keep.backupDays
  }
  dependsOn: [backupAccount]
}

module vault 'modules/vault.bicep' = {
  params: {
    name: names.vault
    location: location
    tags: tags
    workspaceName: names.workspace
    defaultAction: defaultAction
    officeAddresses: officeAddresses
  }
  dependsOn: [monitoring]
}

module privateNetwork 'modules/network.bicep' = if (network.enabled) {
  params: {
    name: 'vnet-${suffix}'
    location: location
    tags: tags
    addressPrefix: network.addressPrefix
    hostAccountName: names.hostAccount
    dataAccountName: names.dataAccount
    backupAccountName: names.backupAccount
    vaultName: names.vault
  }
  dependsOn: [hostAccount, dataAccount, backupAccount, vault]
}

module appAccess 'modules/access/app.bicep' = {
  params: {
    #disable-next-line what-if-short-circuiting // names carry the principal's id; what-if leaves this module out, the snapshots of tests/Infra.Tests show it
    principalId: identity.outputs.principalId
    hostAccountName: names.hostAccount
    dataAccountName: names.dataAccount
    backupAccountName: names.backupAccount
    vaultName: names.vault
    insightsName: names.insights
    writesFiles: demonstration || staffUploads
  }
  dependsOn: [monitoring, hostAccount, data, backup, vault] // what the roles are about
}

module peopleAccess 'modules/access/people.bicep' = {
  params: {
    staffGroup: people.staffGroup
    operatorGroup: people.operatorGroup
    accountName: names.dataAccount
    vaultName: names.vault
    appName: names.app
  }
  dependsOn: [data, vault, app] // what the roles are about
}

module locks 'modules/locks.bicep' = if (locked) {
  params: { accountName: names.dataAccount, backupAccountName: names.backupAccount, vaultName: names.vault }
  dependsOn: [data, backup, vault]
}

module topic 'modules/topic.bicep' = {
  params: {
    name: names.topic
    location: location
    tags: tags
    accountName: names.dataAccount
    workspaceName: names.workspace
  }
  dependsOn: [dataAccount, monitoring]
}

module topicAccess 'modules/access/topic.bicep' = {
  params: {
    #disable-next-line what-if-short-circuiting // names carry the principal's id; what-if leaves this module out, the snapshots of tests/Infra.Tests show it
    principalId: topic.outputs.principalId
    accountName: names.dataAccount
  }
  dependsOn: [data] // what the roles are about
}

module subscriptions 'modules/subscriptions.bicep' = {
  params: {
    topicName: names.topic
    accountName: names.dataAccount
  }
  dependsOn: [topicAccess] // Event Grid looks whether it may deliver before it subscribes; docs/deploy.md says what to do when the role has not spread by then
}

module app 'modules/app.bicep' = {
  params: {
    name: names.app
    planName: 'plan-${suffix}'
    location: location
    tags: tags
    identityName: names.identity
    identityClientId: identity.outputs.clientId
    hostAccountName: names.hostAccount
    dataAccountName: names.dataAccount
    backupAccountName: names.backupAccount
    vaultName: names.vault
    insightsName: names.insights
    backupDays: keep.backupDays
    subnetId: network.enabled ? privateNetwork!.outputs.appSubnetId : ''
    scale: scale
    zoneRedundant: zones == 'all'
    site: site
    about: about
    mail: mail
    signIn: signIn
    logRetentionDays: watch.logRetentionDays
    demonstration: demonstration
    settings: settings
  }
  dependsOn: [packages, appAccess] // the platform looks into the container when it makes the app
}

module alerts 'modules/alerts.bicep' = {
  params: {
    suffix: suffix
    location: location
    tags: tags
    insightsName: names.insights
    workspaceName: names.workspace
    topicName: names.topic
    actionGroupName: names.actionGroup
    staffActionGroupName: names.staffActionGroup
  }
  dependsOn: [monitoring, topic, app] // last: what is asked about is there
}

module outside 'modules/outside.bicep' = if (watch.fromOutside) {
  params: {
    suffix: suffix
    location: location
    tags: tags
    url: empty(site.baseUrl) ? 'https://${app.outputs.hostName}' : site.baseUrl
    insightsName: names.insights
    actionGroupName: names.actionGroup
  }
}

module workbook 'modules/workbook.bicep' = {
  params: {
    suffix: suffix
    location: location
    tags: tags
    insightsName: names.insights
  }
  dependsOn: [monitoring]
}

module budget 'modules/budget.bicep' = if (!empty(watch.budgetStart)) {
  params: {
    name: 'budget-${suffix}'
    amount: watch.monthlyBudget
    start: watch.budgetStart
    alertEmails: people.alertEmails
    actionGroupName: names.actionGroup
  }
  dependsOn: [monitoring]
}

@description('The app\'s name, for deployments.')
output APP_NAME string = names.app

@description('The app, for scripts that ask the Azure CLI.')
output APP_ID string = app.outputs.id

@description('The address Azure gives the app.')
output APP_URL string = 'https://${app.outputs.hostName}'

@description('For the TXT record that proves a domain of one\'s own.')
output DOMAIN_VERIFICATION_ID string = app.outputs.domainVerificationId

@description('Where staff put files.')
output DATA_ACCOUNT string = names.dataAccount

@description('Where operators put secrets.')
output VAULT_NAME string = names.vault
