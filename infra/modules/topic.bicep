// The data account's own events. The topic has an identity that Azure makes and keeps: only such a one may deliver through the account's firewall.

import { tagsType } from '../types.bicep'

@description('The topic\'s name.')
param name string

@description('Where the account is.')
param location string

@description('Tags of every resource.')
param tags tagsType

@description('The data account.')
param accountName string

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: accountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    source: account.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

@description('Names the topic\'s identity in role assignments.')
output principalId string = topic.identity.principalId
