// What people may do, and why. Groups, so that who joins or leaves needs no deployment.

import { deadLetterContainer } from '../../names.bicep'
import { roles } from '../../roles.bicep'

@description('The group of staff; empty: none.')
param staffGroup string

@description('The group of operators; empty: none.')
param operatorGroup string

@description('The data account.')
param accountName string

@description('The vault.')
param vaultName string

@description('The function app.')
param appName string

@description('What staff may do with files. They see no other container, no table and no queue.')
var staffRights = [
  {
    container: 'programme'
    role: roles.blobDataContributor
    why: 'Staff put the year\'s programme here, and restore older versions of it.'
  }
  {
    container: 'notes'
    role: roles.blobDataContributor
    why: 'Staff put session notes and pictures here, and restore what was deleted.'
  }
  {
    container: 'kontakte'
    role: roles.blobDataContributor
    why: 'Staff put lists of contacts here; the app deletes each once it was read.'
  }
  {
    container: 'entwurf'
    role: roles.blobDataReader
    why: 'Staff look at how notes marked as a draft would be published.'
  }
  {
    container: 'failed'
    role: roles.blobDataReader
    why: 'Staff read why a file could not be handled.'
  }
]

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: accountName

  resource blobService 'blobServices' existing = {
    name: 'default'

    resource container 'containers' existing = [for right in staffRights: { name: right.container }]
    resource deadLetters 'containers' existing = { name: deadLetterContainer }
  }
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName
}

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource staff 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (right, index) in staffRights: if (!empty(staffGroup)) {
    scope: account::blobService::container[index]
    name: guid(account.id, right.container, staffGroup, right.role)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', right.role)
      principalId: staffGroup
      principalType: 'Group'
      description: right.why
    }
  }
]

resource operators 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorGroup)) {
  scope: vault
  name: guid(vault.id, operatorGroup, roles.secretsOfficer)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.secretsOfficer)
    principalId: operatorGroup
    principalType: 'Group'
    description: 'Operators put secrets into the vault and rotate them; Owner of the resource group alone gives no access to secrets.'
  }
}

// What the runbooks of docs/operate.md need by day and night. Rows of persons are not among it: for those an Owner gives a role for the moment,
// and it shows in the activity log.

resource watching 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorGroup)) {
  name: guid(resourceGroup().id, operatorGroup, roles.monitoringReader)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringReader)
    principalId: operatorGroup
    principalType: 'Group'
    description: 'Operators see every resource, its state, metrics, alerts and logs; no file, row, message or secret.'
  }
}

resource restarting 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorGroup)) {
  scope: app
  name: guid(app.id, operatorGroup, roles.websiteContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.websiteContributor)
    principalId: operatorGroup
    principalType: 'Group'
    description: 'Operators restart, stop and roll back the app, have it fetch its secrets anew, and with its key ask it about one person or for a restore.'
  }
}

resource setAside 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorGroup)) {
  scope: account
  name: guid(account.id, operatorGroup, roles.queueDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueDataContributor)
    principalId: operatorGroup
    principalType: 'Group'
    description: 'Operators look at messages that were set aside and put them back; messages carry ids, no names and no addresses.'
  }
}

resource undelivered 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorGroup)) {
  scope: account::blobService::deadLetters
  name: guid(account.id, deadLetterContainer, operatorGroup, roles.blobDataReader)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataReader)
    principalId: operatorGroup
    principalType: 'Group'
    description: 'Operators read which events could not be delivered, and why.'
  }
}
