// What the product keeps: tables, queues and containers of the data account, how long files are kept, and who touched them.

import { tables, queues, containers, deadLetterContainer } from '../names.bicep'
import { keepType } from '../types.bicep'

@description('The data account.')
param accountName string

@description('Log Analytics workspace that keeps who changed files.')
param workspaceName string

@description('How long files are kept that nobody needs any more.')
param keep keepType

@description('All containers: the product\'s, and the one for events that could not be delivered.')
var allContainers = concat(containers, [deadLetterContainer])

@description('Poison queues are made here too, so that nobody has to create anything while the app runs.')
var allQueues = concat(queues, map(queues, queue => '${queue}-poison'))

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
      // A version counts from when it was written, not from when another replaced it: with 90 days, a file of last spring would lose its version
      // the day somebody overwrites it. So years for what people wrote; what the app writes it can write again, and what was withdrawn must go.
      // https://learn.microsoft.com/azure/storage/blobs/lifecycle-management-policy-structure#rule-actions
      rules: [
        {
          name: 'old-versions'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'] }
            actions: { version: { delete: { daysAfterCreationGreaterThan: keep.versionDays } } }
          }
        }
        {
          name: 'withdrawn-documentation'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['documentation/', 'entwurf/', 'kontakte/'] } // lists of contacts are deleted once they were read
            actions: { version: { delete: { daysAfterCreationGreaterThan: keep.withdrawnDays } } }
          }
        }
        {
          name: 'reports-of-failures'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['failed/', '${deadLetterContainer}/'] }
            actions: {
              baseBlob: { delete: { daysAfterModificationGreaterThan: keep.failureDays } }
              version: { delete: { daysAfterCreationGreaterThan: keep.failureDays } } // deleting the file only makes its last version an old one
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
