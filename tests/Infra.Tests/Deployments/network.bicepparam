// Storage and vault are reached through a virtual network and from one office.
using '../../../infra/main.bicep'
extends '../../../infra/main.bicepparam'

param network = {
  enabled: true
  addressPrefix: '10.30.0.0/24'
  officeAddresses: ['192.0.2.10']
}
