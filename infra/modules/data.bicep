// What the product keeps: tables, queues and containers of the data account, how long files are kept, and who touched them.

import { tables, queues, containers, deadLetterContainer } from '../names.bicep'

@description('The data account.')
param accountName string

@description('Log Analytics workspace that keeps who changed files.')
param workspaceName string

@description('All containers: the product\'s, and the one for events that could not be delivered.')
var allContainers = concat(containers, [deadLetterContainer])

@description('Poison queues are made here too, so that nobody has to create anything while the app runs.')
var allQueues = concat(queues, map(queues, queue => '${queue}-poison'))

// Counted from when the version was written, not from when another replaced it: with 90 days, a file of last spring would lose its version
// the day somebody overwrites it. So years, and what is deleted stays another 30 days in the bin (account.bicep).
// https://learn.microsoft.com/azure/storage/blobs/lifecycle-management-policy-structure#rule-actions
@description('Days after which an older version of a file is deleted.')
var oldVersionDays = 1095

@description('Days after which reports of failures are deleted: a mail told of each, nobody reads them half a year later.')
var failureDays = 180

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = {
  name: workspaceName
}

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: accountName

  resource tableService 'tableServices' existing = { name: 'default' }
  resource queueService 'queueServices' existing = { name: 'default' }
  resource blobService 'blobServices' existing = { name: 'default' }
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2026-06-01' = [
  for name in tables: { parent: account::tableService, name: name }
]

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2026-06-01' = [
  for name in allQueues: { parent: account::queueService, name: name }
]

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' = [
  for name in allContainers: {
    parent: account::blobService
    name: name
    properties: { publicAccess: 'None' }
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'old-versions'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'] }
            actions: { version: { delete: { daysAfterCreationGreaterThan: oldVersionDays } } }
          }
        }
        {
          name: 'reports-of-failures'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['failed/', '${deadLetterContainer}/'] }
            actions: {
              baseBlob: { delete: { daysAfterModificationGreaterThan: failureDays } }
              version: { delete: { daysAfterCreationGreaterThan: failureDays } } // deleting the file only makes its last version an old one
            }
          }
        }
      ]
    }
  }
}

// Who changed or deleted a file, for the day that somebody asks. Reads are not kept: they would tell nothing but cost.
#disable-next-line use-recent-api-versions // the one stable version knows a single setting per resource; Azure's own tools use this one
resource fileChanges 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::blobService
  name: 'changes'
  properties: {
    workspaceId: workspace.id
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}
