// Where the app keeps backups of its tables, in an account of their own, and how long.

import { backupContainer } from '../names.bicep'

@description('The account of backups.')
param accountName string

@description('Days that a backup is kept. The app deletes older ones itself; this rule holds while it stands still.')
param backupDays int

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: accountName

  resource blobService 'blobServices' existing = { name: 'default' }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' = {
  parent: account::blobService
  name: backupContainer
  properties: { publicAccess: 'None' }
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'old-backups'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${backupContainer}/'] }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: backupDays } } }
          }
        }
      ]
    }
  }
}
