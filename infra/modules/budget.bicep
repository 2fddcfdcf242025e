// What the resource group may cost a month. A budget only tells; it stops nothing.

@description('The budget\'s name.')
param name string

@description('How much a month, in the currency of the subscription.')
param amount int

@description('The first day of the month it counts from.')
param start string

@description('Who is told.')
param alertEmails string[]

@description('Whom alerts tell.')
param actionGroupName string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: actionGroupName
}

resource budget 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      spent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: alertEmails
        contactGroups: [people.id]
      }
      foreseen: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: alertEmails
        contactGroups: [people.id]
      }
    }
  }
}
