// A storage account without keys and without anonymous access. Three are made of it: for the Functions host, for the product's data, and for backups.

import { tagsType } from '../types.bicep'

@description('The account\'s name, 3 to 24 lower-case letters and digits, unique in the world.')
param name string

@description('Where it is kept.')
param location string

@description('Tags of every resource.')
param tags tagsType

@description('How often data is copied.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param sku string

@description('Days that deleted blobs and containers can be brought back.')
@minValue(1)
@maxValue(365)
param deletedDays int

@description('Whether older versions of blobs are kept.')
param versioning bool

@description('Whether the account answers everybody who has a role (Allow) or only the addresses and services named below (Deny).')
@allowed(['Allow', 'Deny'])
param defaultAction string

@description('Whether the account has a public address at all.')
param isPublic bool

@description('Public IPv4 addresses that are let in while defaultAction is Deny.')
param officeAddresses string[]

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false // identities only: there is no key that could leak
    defaultToOAuthAuthentication: true // the portal asks with the person's own roles
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    isLocalUserEnabled: false
    isSftpEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'AzureServices' // Event Grid delivers with its own identity through the firewall
      defaultAction: defaultAction
      ipRules: [for address in officeAddresses: { action: 'Allow', value: address }]
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: versioning
      deleteRetentionPolicy: { enabled: true, days: deletedDays }
      containerDeleteRetentionPolicy: { enabled: true, days: deletedDays }
    }
  }
}
