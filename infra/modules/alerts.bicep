// What somebody must hear of. Queries read the telemetry of the Functions host; lines of our own are found by the words the code logs
// them with, which a test holds together. `contains`, since `has` looks for single terms and these are several words:
// https://learn.microsoft.com/azure/data-explorer/kusto/query/datatypes-string-operators#understanding-string-terms

import { tagsType } from '../types.bicep'

@description('The end of every name in this module.')
param suffix string

@description('Where the rules are kept.')
param location string

@description('Tags of every resource.')
param tags tagsType

@description('The Application Insights component the queries ask.')
param insightsName string

@description('The workspace behind it, which knows whether its daily cap was reached.')
param workspaceName string

@description('The Event Grid topic of the data account.')
param topicName string

@description('Whom alerts tell.')
param actionGroupName string

@description('Whom alerts tell that concern the Redaktion too.')
param staffActionGroupName string

@description('A row of ReportPoison, which logs the length of every queue each quarter of an hour.')
var queueLengths = join(
  [
    'traces'
    'where message contains " holds "'
    'parse message with queue " holds " messages:int " messages"'
  ],
  ' | '
)

@description('Queues of campaigns that have not run empty at any look in the window.')
var stuckQueues = join(
  [
    queueLengths
    'where queue in ("campaign-expansions", "delivery-batches", "deliveries")'
    'summarize least = min(messages), looks = count() by queue'
    'where least > 0 and looks >= 6'
    'project queue'
  ],
  ' | '
)

@description('Alerts the Redaktion gets too, since what the app itself would tell them stays lying with the other mails.')
var alsoForStaff = ['mails-refused']

@description('Each row: a question that is asked regularly, and which answer is bad news.')
var questions = [
  {
    name: 'poison-messages'
    severity: 1
    text: 'Work failed five times and was set aside in a poison queue. docs/operate.md says how to look at it and try it again.'
    query: '${queueLengths} | where queue endswith "-poison" and messages > 0'
    scope: insights.id
    every: 'PT15M'
    over: 'PT30M' // two runs of the timer, so that one late row is no gap
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'campaign-stuck'
    severity: 1
    text: 'A campaign was not sent in time, or its queues have not run empty for two hours.'
    query: 'union (traces | where message contains "was not sent in time" | project queue = "overdue"), (${stuckQueues})'
    scope: insights.id
    every: 'PT1H'
    over: 'PT2H'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'mails-refused'
    severity: 1
    text: 'The mail service takes no mails: none was accepted for an hour, and some were refused. This mail comes from Azure, not through it.'
    query: join(
      [
        'traces'
        'where message contains " deliveries "'
        'summarize refused = countif(message contains "The mail service refused" or message contains " failed: "), accepted = countif(message contains "The mail service accepted")'
        'where refused > 0 and accepted == 0'
      ],
      ' | '
    )
    scope: insights.id
    every: 'PT15M'
    over: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'failed-functions'
    severity: 2
    text: 'Timers or queue functions ended in an error. Messages are tried five times; this tells early.'
    query: 'requests | where success == false and toint(resultCode) < 100' // pages have HTTP codes, all else has 0
    scope: insights.id
    every: 'PT15M'
    over: 'PT15M'
    operator: 'GreaterThan'
    threshold: 5
  }
  {
    name: 'http-errors'
    severity: 1
    text: 'More than one in twenty pages is answered with an error of ours.'
    query: join(
      [
        'requests'
        'where toint(resultCode) >= 100'
        'summarize pages = sum(itemCount), errors = sumif(itemCount, toint(resultCode) >= 500)'
        'where pages >= 20 and errors * 20 > pages'
      ],
      ' | '
    )
    scope: insights.id
    every: 'PT5M'
    over: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'no-timer'
    severity: 1
    text: 'No timer ran for an hour: the app does not start, or its host storage cannot be reached.'
    query: 'requests | where success == true and name in ("RecoverDeliveries", "SendDueCampaigns", "ReportPoison")'
    scope: insights.id
    every: 'PT15M'
    over: 'PT1H'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'telemetry-capped'
    severity: 2
    text: 'The daily cap of telemetry was reached: until tomorrow the other alerts are blind.'
    query: '_LogOperation | where Category =~ "Ingestion" and Detail has "OverQuota"'
    scope: workspace.id
    every: 'PT1H'
    over: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
  }
]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = {
  name: workspaceName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: actionGroupName
}

resource staff 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: staffActionGroupName
}

resource rule 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for question in questions: {
    name: '${question.name}-${suffix}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: question.name
      description: question.text
      severity: question.severity
      enabled: true
      skipQueryValidation: true // on the first deployment the workspace has no tables yet: https://learn.microsoft.com/azure/templates/microsoft.insights/scheduledqueryrules
      scopes: [question.scope]
      evaluationFrequency: question.every
      windowSize: question.over
      autoMitigate: true // over by itself when the next answer is good
      criteria: {
        allOf: [
          {
            query: question.query
            timeAggregation: 'Count'
            operator: question.operator
            threshold: question.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: contains(alsoForStaff, question.name) ? [people.id, staff.id] : [people.id] }
    }
  }
]

resource deadLetters 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'dead-letters-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Event Grid could not tell the app of a file for a day and gave up. The reconciling timers find the file all the same; look why.'
    severity: 2
    enabled: true
    scopes: [topic.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-lettered'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}
