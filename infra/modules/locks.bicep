// What must not be deleted by mistake: the data, its backups, and the keys without which nobody is found in it. A lock stops everybody, Owners too, until
// it is taken away; that is its point (https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources).

@description('The data account.')
param accountName string

@description('The account of backups.')
param backupAccountName string

@description('The vault.')
param vaultName string

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: accountName
}

resource backupAccount 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: backupAccountName
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName
}

resource accountLock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: account
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'All that people entrusted to the site. docs/operate.md says how to bring back single files instead.'
  }
}

resource backupLock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: backupAccount
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'What the rows come back from if the data account is lost. docs/operate.md says how.'
  }
}

resource vaultLock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: vault
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'Without the row key nobody is found again, without the link keys no link works.'
  }
}
