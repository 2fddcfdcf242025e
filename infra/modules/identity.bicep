// The app's own identity. User-assigned, so that its roles exist before the app does and outlive it.

import { tagsType } from '../types.bicep'

@description('The identity\'s name.')
param name string

@description('Where it is kept.')
param location string

@description('Tags of every resource.')
param tags tagsType

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Names the identity to the code that asks for tokens.')
output clientId string = identity.properties.clientId

@description('Names the identity in role assignments.')
output principalId string = identity.properties.principalId
