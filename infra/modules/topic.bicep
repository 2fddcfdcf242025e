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

@description('Log Analytics workspace that keeps why an event could not be delivered.')
param workspaceName string

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = {
  name: workspaceName
}

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

#disable-next-line use-recent-api-versions // the one stable version knows a single setting per resource; Azure's own tools use this one
resource failures 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: topic
  name: 'failures'
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'DeliveryFailures', enabled: true }]
  }
}

@description('Names the topic\'s identity in role assignments.')
output principalId string = topic.identity.principalId
