// Who hears of changed files: a queue for each watched container. No webhook, so nothing of the app has to exist yet, and nothing of
// it is called from outside.

import { watched, deadLetterContainer } from '../names.bicep'

@description('The topic of the data account.')
param topicName string

@description('The data account.')
param accountName string

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: accountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [
  for place in watched: {
    parent: topic
    name: place.queue
    properties: {
      eventDeliverySchema: 'EventGridSchema'
      filter: {
        includedEventTypes: ['Microsoft.Storage.BlobCreated', 'Microsoft.Storage.BlobDeleted']
        subjectBeginsWith: '/blobServices/default/containers/${place.container}/blobs/' // this container and none whose name begins like it
        isSubjectCaseSensitive: true
      }
      deliveryWithResourceIdentity: {
        identity: { type: 'SystemAssigned' }
        destination: {
          endpointType: 'StorageQueue'
          properties: {
            resourceId: account.id
            queueName: place.queue
            queueMessageTimeToLiveInSeconds: -1 // for ever: a message that waits out a long failure is still news
          }
        }
      }
      deadLetterWithResourceIdentity: {
        identity: { type: 'SystemAssigned' }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: {
            resourceId: account.id
            blobContainerName: deadLetterContainer
          }
        }
      }
      retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 } // as often and as long as Event Grid ever tries
    }
  }
]
