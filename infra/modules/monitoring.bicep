// Where telemetry goes, and whom alerts tell.

import { tagsType } from '../types.bicep'

@description('The name of the Log Analytics workspace.')
param workspaceName string

@description('The name of the Application Insights component.')
param insightsName string

@description('The name of the action group.')
param actionGroupName string

@description('The name of the action group of the Redaktion.')
param staffActionGroupName string

@description('Where telemetry is kept.')
param location string

@description('Tags of every resource.')
param tags tagsType

@description('Gigabytes a day; what comes after is dropped.')
param dailyGigabytes int

@description('Days that telemetry is kept.')
param logRetentionDays int

@description('Who is told.')
param alertEmails string[]

@description('Who of the Redaktion is told when the app cannot tell them, since mails do not go out.')
param staffEmails string[]

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logRetentionDays
    workspaceCapping: { dailyQuotaGb: dailyGigabytes }
    features: {
      disableLocalAuth: true // no workspace keys
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    RetentionInDays: logRetentionDays
    DisableLocalAuth: true // Entra only: the connection string alone lets nobody send
    DisableIpMasking: false // addresses of visitors are zeroed before they are stored
    SamplingPercentage: 100 // host.json samples at the source, where it can keep what alerts read
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'thaff'
    enabled: true
    emailReceivers: [
      for (address, index) in alertEmails: {
        name: 'operator-${index + 1}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource staff 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: staffActionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'redaktion'
    enabled: true
    emailReceivers: [
      for (address, index) in staffEmails: {
        name: 'redaktion-${index + 1}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}
