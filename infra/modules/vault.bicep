// Keeps what must stay secret. The template makes the vault, never a secret: those are put in once, by people (infra/secrets.sh).

import { tagsType } from '../types.bicep'

@description('The vault\'s name, 3 to 24 letters, digits and hyphens, unique in the world.')
param name string

@description('Where it is kept.')
param location string

@description('Tags of every resource.')
param tags tagsType

@description('Log Analytics workspace that keeps who read or changed secrets.')
param workspaceName string

@description('Whether the vault answers everybody who has a role (Allow) or only the addresses named below and its private endpoint (Deny).')
@allowed(['Allow', 'Deny'])
param defaultAction string

@description('Public IPv4 addresses that are let in while defaultAction is Deny.')
param officeAddresses string[]

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = {
  name: workspaceName
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true // roles, not access policies
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true // the key behind the row keys must not be lost: persons could not be found again
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: defaultAction
      ipRules: [for address in officeAddresses: { value: address }]
      virtualNetworkRules: []
    }
  }
}

#disable-next-line use-recent-api-versions // the one stable version knows a single setting per resource; Azure's own tools use this one
resource secretUse 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}
