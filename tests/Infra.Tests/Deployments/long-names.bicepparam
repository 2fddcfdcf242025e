// The longest name an environment may have, with hyphens where names of resources allow none.
using '../../../infra/main.bicep'
extends '../../../infra/main.bicepparam'

param environmentName = 'Landesprobe-Sued-2-b'

param network = {
  enabled: true
  addressPrefix: '10.30.0.0/16'
  officeAddresses: []
}
