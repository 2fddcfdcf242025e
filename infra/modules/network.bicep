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

@description('The account of backups.')
param backupAccountName string

@description('The vault.')
param vaultName string

@description('What is reached privately: the end of its name, the resource, and the part of it that Private Link calls a group.')
var endpoints = [
  { name: 'host-blob', id: hostAccount.id, group: 'blob' } // locks, keys, packages
  { name: 'host-table', id: hostAccount.id, group: 'table' } // why a start failed
  { name: 'data-blob', id: dataAccount.id, group: 'blob' }
  { name: 'data-queue', id: dataAccount.id, group: 'queue' }
  { name: 'data-table', id: dataAccount.id, group: 'table' }
  { name: 'back-blob', id: backupAccount.id, group: 'blob' }
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

@description('Where the app\'s instances are.')
var appPrefix = cidrSubnet(addressPrefix, 25, 0) // an instance takes an address; 128 are enough for 40 instances during an upgrade

@description('Where the private endpoints are.')
var endpointPrefix = cidrSubnet(addressPrefix, 27, 4)

resource hostAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: hostAccountName
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: dataAccountName
}

resource backupAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: backupAccountName
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName
}

// The app asks services and nobody asks it here: pages come in through the platform's front ends. Everything it asks speaks HTTPS: storage and
// vault by their endpoints; Entra, Azure Monitor and the mail service by public addresses. Azure's own DNS is not held back by these rules.
// https://learn.microsoft.com/azure/azure-functions/functions-networking-options#network-security-groups
resource appRules 'Microsoft.Network/networkSecurityGroups@2026-03-01' = {
  name: 'nsg-${name}-app'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'endpoints'
        properties: {
          direction: 'Outbound'
          access: 'Allow'
          priority: 100
          protocol: 'Tcp'
          sourceAddressPrefix: appPrefix
          sourcePortRange: '*'
          destinationAddressPrefix: endpointPrefix
          destinationPortRange: '443'
        }
      }
      {
        name: 'services'
        properties: {
          direction: 'Outbound'
          access: 'Allow'
          priority: 110
          protocol: 'Tcp'
          sourceAddressPrefix: appPrefix
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRange: '443'
        }
      }
      {
        name: 'nothing-else-outside'
        properties: {
          direction: 'Outbound'
          access: 'Deny'
          priority: 4000
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource endpointRules 'Microsoft.Network/networkSecurityGroups@2026-03-01' = {
  name: 'nsg-${name}-endpoints'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'app'
        properties: {
          direction: 'Inbound'
          access: 'Allow'
          priority: 100
          protocol: 'Tcp'
          sourceAddressPrefix: appPrefix
          sourcePortRange: '*'
          destinationAddressPrefix: endpointPrefix
          destinationPortRange: '443'
        }
      }
      {
        name: 'nobody-else'
        properties: {
          direction: 'Inbound'
          access: 'Deny'
          priority: 4000
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
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
          addressPrefix: appPrefix
          networkSecurityGroup: { id: appRules.id }
          delegations: [{ name: 'app', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: endpointPrefix
          networkSecurityGroup: { id: endpointRules.id }
          privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled' // without it the rules do not hold for endpoints
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
