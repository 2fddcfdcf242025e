// Where the platform keeps the app's packages, in the host's own account.

import { packageContainer } from '../names.bicep'

@description('The host\'s account.')
param accountName string

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: accountName

  resource blobService 'blobServices' existing = { name: 'default' }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' = {
  parent: account::blobService
  name: packageContainer
  properties: { publicAccess: 'None' }
}
