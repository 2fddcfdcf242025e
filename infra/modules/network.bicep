// The optional virtual network: the app goes out through it, and reaches storage and vault by private addresses only.

import { tagsType } from '../types.bicep'

@description('The network\'s name.')
param name string

@description('Where it is.')
param location string

@description('Tags of every resource.')
param tags tagsType

@description('The network\'s addresses, a /24 or larger.')
param addressPrefix string

@description('The Functions host\'s account.')
param hostAccountName string

@description('The data account.')
param dataAccountName string

@description('The vault.')
param vaultName string

@description('What is reached privately: the end of its name, the resource, and the part of it that Private Link calls a group.')
var endpoints = [
  { name: 'host-blob', id: hostAccount.id, group: 'blob' } // locks, keys, packages
  { name: 'host-table', id: hostAccount.id, group: 'table' } // why a start failed
  { name: 'data-blob', id: dataAccount.id, group: 'blob' }
  { name: 'data-queue', id: dataAccount.id, group: 'queue' }
  { name: 'data-table', id: dataAccount.id, group: 'table' }
  { name: 'vault', id: vault.id, group: 'vault' }
]

@description('The DNS zone in which each group\'s private addresses are found, as Private Link prescribes.')
var zones = [
  { group: 'blob', name: 'privatelink.blob.${environment().suffixes.storage}' }
  { group: 'queue', name: 'privatelink.queue.${environment().suffixes.storage}' }
  { group: 'table', name: 'privatelink.table.${environment().suffixes.storage}' }
  { group: 'vault', name: 'privatelink.vaultcore.azure.net' }
]

@description('The groups in the order of their zones.')
var groups = map(zones, zone => zone.group)

resource hostAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: hostAccountName
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: dataAccountName
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName
}

resource network 'Microsoft.Network/virtualNetworks@2026-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] }
    subnets: [
      {
        name: 'app' // Flex Consumption refuses names with underscores
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 25, 0) // an instance takes an address; 128 are enough for 40 instances during an upgrade
          delegations: [{ name: 'app', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 27, 4)
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }

  resource appSubnet 'subnets' existing = { name: 'app' }
  resource endpointSubnet 'subnets' existing = { name: 'endpoints' }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in zones: { name: zone.name, location: 'global', tags: tags }
]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (item, index) in zones: {
    parent: zone[index]
    name: name
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
]

module endpoint 'endpoint.bicep' = [
  for place in endpoints: {
    params: {
      name: 'pe-${name}-${place.name}'
      location: location
      tags: tags
      subnetId: network::endpointSubnet.id
      targetId: place.id
      group: place.group
      zoneId: zone[indexOf(groups, place.group)].id
    }
  }
]

@description('The subnet the app goes out through.')
output appSubnetId string = network::appSubnet.id
