// A private address of one service, and its name in the network's DNS.

import { tagsType } from '../types.bicep'

@description('The endpoint\'s name.')
param name string

@description('Where it is.')
param location string

@description('Tags of every resource.')
param tags tagsType

@description('The subnet that holds the address.')
param subnetId string

@description('What is reached through it.')
param targetId string

@description('The part of the target that Private Link calls a group.')
param group string

@description('The private DNS zone of this group.')
param zoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2026-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: group
        properties: { privateLinkServiceId: targetId, groupIds: [group] }
      }
    ]
  }

  resource address 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [{ name: group, properties: { privateDnsZoneId: zoneId } }]
    }
  }
}
