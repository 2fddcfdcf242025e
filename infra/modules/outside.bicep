// Whether the site answers, asked from outside Azure's own network of this region, and how long its certificate still holds.

import { tagsType } from '../types.bicep'

@description('The end of every name in this module.')
param suffix string

@description('Where the tests are kept.')
param location string

@description('Tags of every resource.')
param tags tagsType

@description('The site\'s public address without a slash at the end.')
param url string

@description('The Application Insights component that keeps the answers.')
param insightsName string

@description('Whom alerts tell.')
param actionGroupName string

@description('From where: Amsterdam, Dublin, Paris (https://learn.microsoft.com/azure/azure-monitor/app/availability#location-population-tags). Each asks every quarter of an hour; every answer costs.')
var places = ['emea-nl-ams-azr', 'emea-gb-db3-azr', 'emea-fr-pra-edge']

@description('Whether the app runs, and whether it can read its tables.')
var pages = [
  { name: 'health', path: '/health', holds: 'alive' }
  { name: 'programme', path: '/', holds: '</html>' }
]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: actionGroupName
}

resource test 'Microsoft.Insights/webtests@2022-06-15' = [
  for page in pages: {
    name: 'test-${page.name}-${suffix}'
    location: location
    tags: union(tags, { 'hidden-link:${insights.id}': 'Resource' }) // how Application Insights finds its tests
    kind: 'standard'
    properties: {
      SyntheticMonitorId: 'test-${page.name}-${suffix}'
      Name: page.name
      Kind: 'standard'
      Enabled: true
      Frequency: 900
      Timeout: 60 // a cold start is no outage
      RetryEnabled: true
      Locations: [for place in places: { Id: place }]
      Request: {
        RequestUrl: '${url}${page.path}'
        HttpVerb: 'GET'
        FollowRedirects: true
        ParseDependentRequests: false
      }
      ValidationRules: {
        ExpectedHttpStatusCode: 200
        SSLCheck: true
        SSLCertRemainingLifetimeCheck: 14 // certificates renew by themselves a month before their end; one that did not is told
        ContentValidation: { ContentMatch: page.holds, PassIfTextFound: true, IgnoreCase: true }
      }
    }
  }
]

resource unreachable 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for (page, index) in pages: {
    name: 'unreachable-${page.name}-${suffix}'
    location: 'global'
    tags: tags
    properties: {
      description: 'From two of three places the site does not answer as it should, or its certificate ends within 14 days. docs/operate.md says where to look.'
      severity: 0
      enabled: true
      scopes: [test[index].id, insights.id]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT30M' // two rounds
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
        webTestId: test[index].id
        componentId: insights.id
        failedLocationCount: 2
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]
