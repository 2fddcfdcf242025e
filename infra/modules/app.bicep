// The function app on Flex Consumption: what runs it, what it is told, and who may sign in.

import { siteType, aboutType, mailType, scaleType, signInType, settingsType, tagsType } from '../types.bicep'
import { packageContainer } from '../names.bicep'

@description('The app\'s name, unique in the world; its address begins with it.')
param name string

@description('The plan\'s name.')
param planName string

@description('Where it runs.')
param location string

@description('Tags of every resource.')
param tags tagsType

@description('The app\'s identity.')
param identityName string

@description('The same identity, as code that asks for tokens names it.')
param identityClientId string

@description('Where the Functions host keeps its own things.')
param hostAccountName string

@description('Where the product keeps files, messages and rows.')
param dataAccountName string

@description('Where the product keeps backups of its rows.')
param backupAccountName string

@description('The vault that holds the secrets.')
param vaultName string

@description('The Application Insights component.')
param insightsName string

@description('Days that backups are kept.')
param backupDays int

@description('The subnet the app goes out through; empty: none.')
param subnetId string

@description('How large it may become.')
param scale scaleType

@description('Whether instances are spread over zones.')
param zoneRedundant bool

@description('Who runs the site.')
param site siteType

@description('What the legal pages say.')
param about aboutType

@description('The mail service.')
param mail mailType

@description('How /redaktion knows staff.')
param signIn signInType

@description('How many days logs are kept; the privacy notice says so.')
param logRetentionDays int

@description('Whether the first start fills the empty storage with an invented year.')
param demonstration bool

@description('Settings of local.settings.sample.json that differ from the app\'s defaults, such as Campaigns__Hour.')
param settings settingsType

@description('Where secrets are, with a slash at the end.')
var secretsUri = 'https://${vaultName}${environment().suffixes.keyvaultDns}/secrets/'

// A slash and no version at the end: the newest version counts, a day later at the latest. Without the slash an old one was seen to stay
// after a rotation, restart and refresh notwithstanding (https://mdpellegrin.com/blog/2026-05-05-azure-key-vault-reference-trailing-slash/).
@description('Secrets are read through references to the vault.')
var secrets = {
  SendGrid__ApiKey: '@Microsoft.KeyVault(SecretUri=${secretsUri}sendgrid-api-key/)'
  SendGrid__WebhookPublicKey: '@Microsoft.KeyVault(SecretUri=${secretsUri}sendgrid-webhook-public-key/)'
  Secrets__LinkKeys: '@Microsoft.KeyVault(SecretUri=${secretsUri}link-keys/)'
  Secrets__RowKey: '@Microsoft.KeyVault(SecretUri=${secretsUri}row-key/)'
}

// The host's own storage by the account's name: with addresses of services it fails at times on Flex Consumption
// (https://github.com/Azure/azure-functions-host/issues/11787), and a plain AzureWebJobsStorage may come back, empty
// (https://github.com/Azure/azure-functions-host/issues/11796), which infra/check.sh looks for. The roles it needs:
// https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
@description('All accounts by identity, never by key. The host reads the same names for its own storage and for the queue triggers.')
var connections = {
  AzureWebJobsStorage__accountName: hostAccount.name
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  DataStorage__blobServiceUri: dataAccount.properties.primaryEndpoints.blob
  DataStorage__queueServiceUri: dataAccount.properties.primaryEndpoints.queue
  DataStorage__tableServiceUri: dataAccount.properties.primaryEndpoints.table
  DataStorage__credential: 'managedidentity'
  DataStorage__clientId: identityClientId
  BackupStorage__blobServiceUri: backupAccount.properties.primaryEndpoints.blob
  BackupStorage__clientId: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '524288000' // as in local.settings.sample.json, which says why
}

@description('What the options of the app require.')
var options = {
  Site__BaseUrl: empty(site.baseUrl) ? 'https://${app.properties.defaultHostName}' : site.baseUrl
  Site__Operator__Name: site.operator.name
  Site__Operator__PostalAddress: site.operator.postalAddress
  Site__Operator__Email: site.operator.email
  Site__Operator__Phone: site.operator.phone
  Site__FundingNotice: site.fundingNotice
  Site__StaffEmails: site.staffEmails
  Site__AllowedOrigins: site.allowedOrigins
  Site__FrameAncestors: site.frameAncestors
  Site__FrontDoorId: site.frontDoorId
  SendGrid__Host: mail.inEurope ? 'https://api.eu.sendgrid.com' : 'https://api.sendgrid.com'
  SendGrid__FromEmail: mail.fromEmail
  SendGrid__FromName: mail.fromName
  Registration__LegalBasis: about.legalBasis
  About__Representative: about.representative
  About__ResponsiblePerson: about.responsiblePerson
  About__LegalForm: about.legalForm
  About__Register: about.register
  About__VatId: about.vatId
  About__Licence: about.licence
  About__DataProtectionOfficer: about.dataProtectionOfficer
  About__DataProtectionAuthority: about.dataProtectionAuthority
  About__EnforcementBody: about.enforcementBody
  About__AccessibilityStatedOn: about.accessibilityStatedOn
  About__AccessibilityReviewedOn: about.accessibilityReviewedOn
  About__AccessibilityAnswerDays: string(about.accessibilityAnswerDays)
  About__VideoPlatform: about.videoPlatform
  About__HostingRegion: location
  About__LogDays: string(logRetentionDays)
  Backup__KeepDays: '${backupDays}'
  Staff__SignIn: signIn.enabled ? 'true' : 'false'
  Demonstration__Enabled: demonstration ? 'true' : 'false'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: hostAccountName
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: dataAccountName
}

resource backupAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: backupAccountName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: {
    reserved: true // Linux
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' }) // how azd finds where to deploy
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identity.id // references are read with the app's own identity, there is no other
    publicNetworkAccess: 'Enabled' // the site is public; storage and vault need not be
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostAccount.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: scale.memory
        maximumInstanceCount: scale.maximumInstances
        alwaysReady: scale.alwaysReady == 0 ? [] : [{ name: 'http', instanceCount: scale.alwaysReady }]
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      remoteDebuggingEnabled: false
      // no ftpsState: Flex Consumption refuses it (error 51021); the policy ftp below keeps FTP closed.
      // https://learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations
      // no cors here: the app answers other origins itself, and the platform would answer before it
    }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false } // deployments show a token of Entra, not a password
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(connections, secrets, options, settings)
  }

  // Written also while it is off, so that switching it off is a deployment like any other.
  resource authentication 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: signIn.enabled }
      globalValidation: {
        requireAuthentication: false
        unauthenticatedClientAction: 'AllowAnonymous' // the public pages stay public; the app itself sends /redaktion to the sign-in
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: signIn.enabled
          registration: {
            clientId: signIn.clientId
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
            // no client secret: only the ID token is needed, which the registration issues without one
          }
          validation: { allowedAudiences: empty(signIn.clientId) ? [] : [signIn.clientId] }
        }
      }
      login: {
        tokenStore: { enabled: false } // nobody's tokens are kept
        cookieExpiration: { convention: 'FixedTime', timeToExpiration: '08:00:00' } // a working day
      }
      httpSettings: {
        requireHttps: true
        // Behind Front Door the address people came by stands in X-Forwarded-Host; without this the sign-in returns to the address Azure gives:
        // https://learn.microsoft.com/azure/app-service/overview-authentication-authorization#considerations-when-using-azure-front-door
        forwardProxy: { convention: empty(site.frontDoorId) ? 'NoProxy' : 'Standard' }
      }
    }
  }
}

@description('The app, for the Azure CLI.')
output id string = app.id

@description('The address Azure gives the app.')
output hostName string = app.properties.defaultHostName

@description('What proves to Azure that a domain of one\'s own belongs to the app; a TXT record asuid.<name> carries it. No secret.')
output domainVerificationId string = app.properties.customDomainVerificationId
