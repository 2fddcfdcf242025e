// What the Event Grid topic's identity may do, and why. Named by its id in the directory, as in app.bicep.

import { watched, deadLetterContainer } from '../../names.bicep'
import { roles } from '../../roles.bicep'

@description('The topic\'s identity in the directory.')
param principalId string

@description('The data account.')
param accountName string

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: accountName

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource queue 'queues' existing = [for place in watched: { name: place.queue }]
  }

  resource blobService 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = { name: deadLetterContainer }
  }
}

resource messages 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (place, index) in watched: {
    scope: account::queueService::queue[index]
    name: guid(account.id, place.queue, principalId, roles.queueDataMessageSender)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueDataMessageSender)
      principalId: principalId
      principalType: 'ServicePrincipal'
      description: 'Event Grid puts a message into ${place.queue} when a file in ${place.container} changes; it can read none.'
    }
  }
]

resource deadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::blobService::deadLetters
  name: guid(account.id, deadLetterContainer, principalId, roles.blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
    description: 'Event Grid leaves here what it could not deliver; it asks for Contributor.'
  }
}
