// One page that shows how the product is doing: Application Insights, Workbooks. Where the app only logs a decision, its words are taken apart;
// a test holds them together with the code.

import { tagsType } from '../types.bicep'

@description('The end of every name in this module.')
param suffix string

@description('Where it is kept.')
param location string

@description('Tags of every resource.')
param tags tagsType

@description('The Application Insights component it asks.')
param insightsName string

@description('Each row: a heading, a question, and how the answer is drawn.')
var questions = [
  {
    title: 'Registrations and changes a day, by what they were answered with (303: taken)'
    query: 'requests | where name == "Register" | summarize sum(itemCount) by resultCode, bin(timestamp, 1d)'
    drawing: 'barchart'
  }
  {
    title: 'Deliveries a day, by state'
    query: join(
      [
        'traces'
        'where message contains " deliveries "'
        'extend state = case(message contains "The mail service accepted", "accepted", message contains "The mail service refused", "refused for now", message contains "gave no answer", "unclear", message contains " failed: ", "failed", message contains "were skipped", "skipped", "")'
        'where isnotempty(state)'
        'extend mails = toint(extract("([0-9]+) deliveries", 1, message))'
        'summarize sum(mails) by state, bin(timestamp, 1d)'
      ],
      ' | '
    )
    drawing: 'barchart'
  }
  {
    title: 'Documents a day, by what became of them'
    query: join(
      [
        'traces'
        'where message contains "Document "'
        'parse message with "Document " path " was " outcome "; fingerprint" *'
        'where isnotempty(outcome)'
        'summarize count() by outcome, bin(timestamp, 1d)'
      ],
      ' | '
    )
    drawing: 'barchart'
  }
  {
    title: 'Messages in queues; those that were set aside end in -poison'
    query: join(
      [
        'traces'
        'where message contains " holds "'
        'parse message with queue " holds " messages:int " messages"'
        'summarize max(messages) by queue, bin(timestamp, 1h)'
      ],
      ' | '
    )
    drawing: 'timechart'
  }
  {
    title: 'Timers and queue functions: when each last ran, how often, and how often it failed'
    query: 'requests | where toint(resultCode) < 100 | summarize last = max(timestamp), runs = sum(itemCount), failed = sumif(itemCount, success == false) by name | order by name asc'
    drawing: 'table'
  }
]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, suffix, 'workbook') // Azure takes no other names
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Praxisaustausch (${suffix})'
    category: 'workbook'
    sourceId: insights.id
    serializedData: string({
      version: 'Notebook/1.0'
      fallbackResourceIds: [insights.id]
      items: map(questions, question => {
        type: 3
        name: question.title
        content: {
          version: 'KqlItem/1.0'
          title: question.title
          query: question.query
          size: 0
          timeContext: { durationMs: 2592000000 } // 30 days
          queryType: 0
          resourceType: 'microsoft.insights/components'
          visualization: question.drawing
        }
      })
    })
  }
}
