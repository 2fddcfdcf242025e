// Staff and operators are groups in Entra; two people are told of alerts.
using '../../../infra/main.bicep'
extends '../../../infra/main.bicepparam'

param people = {
  staffGroup: '00000000-0000-0000-0000-00000000000c'
  operatorGroup: '00000000-0000-0000-0000-00000000000d'
  alertEmails: ['technik@thaff.example', 'bereitschaft@thaff.example']
}
