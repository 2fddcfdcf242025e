// Staff sign in with Entra.
using '../../../infra/main.bicep'
extends '../../../infra/main.bicepparam'

param signIn = {
  enabled: true
  clientId: '00000000-0000-0000-0000-00000000000e'
}
