// What the app's identity may do, and why. Assignments are named by what they connect, so that the same deployment again
// changes nothing; by the principal's id and not the identity's name, since Azure lets no assignment change its principal
// (RoleAssignmentUpdateNotPermitted) and an identity made anew has another: https://learn.microsoft.com/azure/role-based-access-control/troubleshooting

import { containers, watched, emptiedContainer, backupContainer } from '../../names.bicep'
import { roles } from '../../roles.bicep'

@description('The identity in the directory.')
param principalId string

@description('Whether the app itself puts files into programme and notes: the demonstration year, or pages through which staff do.')
param writesFiles bool

@description('Containers that are written by staff and that the app only reads. What it deletes after reading it must be able to write.')
var readContainers = writesFiles ? [] : filter(map(watched, place => place.container), name => name != emptiedContainer)

@description('The account of the Functions host.')
param hostAccountName string

@description('The account of the product\'s data.')
param dataAccountName string

@description('The account of backups.')
param backupAccountName string

@description('The vault.')
param vaultName string

@description('The Application Insights component.')
param insightsName string

resource hostAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: hostAccountName
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: dataAccountName

  resource blobService 'blobServices' existing = {
    name: 'default'

    resource container 'containers' existing = [for name in containers: { name: name }]
  }
}

resource backupAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: backupAccountName

  resource blobService 'blobServices' existing = {
    name: 'default'

    resource backups 'containers' existing = { name: backupContainer }
  }
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource hostBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hostAccount
  name: guid(hostAccount.id, principalId, roles.blobDataOwner)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataOwner)
    principalId: principalId
    principalType: 'ServicePrincipal'
    description: 'The Functions host keeps its keys, its locks of timers and the app\'s packages in blobs; its documentation asks for Owner.'
  }
}

resource hostTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hostAccount
  name: guid(hostAccount.id, principalId, roles.tableDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
    description: 'The Functions host writes why a start failed into a table, which the portal shows under "Diagnose and solve problems".'
  }
}

resource tables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: dataAccount
  name: guid(dataAccount.id, principalId, roles.tableDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
    description: 'All tables are the product\'s rows: sessions, registrations, subscribers, deliveries.'
  }
}

resource queues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: dataAccount
  name: guid(dataAccount.id, principalId, roles.queueDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
    description: 'The app sends messages, the host takes, prolongs and deletes them and sets them aside; prolonging is a write that the narrower roles lack.'
  }
}

// Container by container, so that the app has no say over what Event Grid leaves in the dead-letter container, and none over staff's own files
// unless it is the one that puts them there.
resource blobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, index) in containers: {
    scope: dataAccount::blobService::container[index]
    name: guid(
      dataAccount.id,
      name,
      principalId,
      contains(readContainers, name) ? roles.blobDataReader : roles.blobDataContributor
    )
    properties: {
      roleDefinitionId: subscriptionResourceId(
        'Microsoft.Authorization/roleDefinitions',
        contains(readContainers, name) ? roles.blobDataReader : roles.blobDataContributor
      )
      principalId: principalId
      principalType: 'ServicePrincipal'
      description: contains(readContainers, name)
        ? 'The app reads what staff put into container ${name}.'
        : 'The app reads and writes files in container ${name}.'
    }
  }
]

resource backups 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: backupAccount::blobService::backups
  name: guid(backupAccount.id, backupContainer, principalId, roles.blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
    description: 'The app writes a backup of all tables every night, reads it to restore them, and deletes old ones.'
  }
}

resource secrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, roles.secretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.secretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
    description: 'Settings refer to secrets in the vault, which holds nothing but this app\'s; the app can read them and change none.'
  }
}

resource telemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, principalId, roles.metricsPublisher)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher)
    principalId: principalId
    principalType: 'ServicePrincipal'
    description: 'Application Insights takes telemetry only from identities with this role.'
  }
}
